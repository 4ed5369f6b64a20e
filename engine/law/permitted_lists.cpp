#include "engine/law/permitted_lists.hpp"

#include "engine/law/conditions.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace labourlex {

namespace {

/// Whether an atom asks what a set holds.
bool asks_set(const Atom& atom, FactIndex set) {
    return atom.fact == set && (atom.kind == Atom::Kind::set_includes || atom.kind == Atom::Kind::set_only);
}

/// The sets of which a condition names codes that are to be there, rather than codes that are not.
void collect_named_sets(const Condition& condition, bool positive, const std::vector<Definition>& definitions,
                        const std::vector<Atom>& atoms, std::set<FactIndex>& sets) {
    switch (condition.kind) {
        case Condition::Kind::atom: {
            const Atom& atom = atoms[condition.atom];
            if (positive && asks_set(atom, atom.fact)) sets.insert(atom.fact);
            return;
        }
        case Condition::Kind::definition:
            collect_named_sets(definitions[condition.definition].when, positive, definitions, atoms, sets);
            return;
        case Condition::Kind::negation:
        case Condition::Kind::all:
        case Condition::Kind::any: break;
    }
    const bool inside = (condition.kind == Condition::Kind::negation) != positive;
    for (const Condition& child : condition.children) collect_named_sets(child, inside, definitions, atoms, sets);
}

/// An item's condition with one code, or none, in the set; what else it asks stays.
class WithOneCode {
public:
    WithOneCode(const Version& version, FactIndex set, CodeIndex code) : version_(version), set_(set), code_(code) {}

    [[nodiscard]] Condition read(const Condition& condition) const {
        switch (condition.kind) {
            case Condition::Kind::atom: {
                const Atom& atom = version_.atoms[condition.atom];
                if (!asks_set(atom, set_)) return condition;
                const Taxonomy& taxonomy = version_.vocabulary->taxonomy_of(set_);
                const bool named = code_ != no_code && std::any_of(atom.codes.begin(), atom.codes.end(), [&](CodeIndex above) {
                                       return taxonomy.at_or_below(code_, above);
                                   });
                return named ? always() : never();
            }
            case Condition::Kind::definition: {
                std::vector<bool> seen(version_.definitions.size(), false);
                bool asked = false;
                for_each_atom(condition, version_.definitions, seen,
                              [&](AtomIndex atom) { asked = asked || asks_set(version_.atoms[atom], set_); });
                return asked ? read(version_.definitions[condition.definition].when) : condition;
            }
            case Condition::Kind::negation: return negation_of(read(condition.children.front()), condition.span);
            case Condition::Kind::all:
            case Condition::Kind::any: break;
        }
        std::vector<Condition> parts;
        for (const Condition& child : condition.children) parts.push_back(read(child));
        return condition.kind == Condition::Kind::all ? together(std::move(parts), condition.span)
                                                      : one_of(std::move(parts), condition.span);
    }

    static Condition together(std::vector<Condition> parts, Span span) {
        if (std::any_of(parts.begin(), parts.end(), [](const Condition& part) { return part.never(); })) return never();
        return all_of(std::move(parts), span);
    }

    static Condition one_of(std::vector<Condition> parts, Span span) {
        if (std::any_of(parts.begin(), parts.end(), [](const Condition& part) { return part.always(); })) return always();
        return any_of(std::move(parts), span);
    }

private:
    const Version& version_;
    FactIndex set_;
    CodeIndex code_;
};

/// A spelling that is the same for equal conditions.
void spell(const Condition& condition, std::string& text) {
    text += "ajnod"[static_cast<std::size_t>(condition.kind)];
    if (condition.kind == Condition::Kind::atom) text += std::to_string(condition.atom);
    if (condition.kind == Condition::Kind::definition) text += std::to_string(condition.definition);
    text += '(';
    for (const Condition& child : condition.children) spell(child, text);
    text += ')';
}

bool same(const Condition& a, const Condition& b) {
    std::string first;
    std::string second;
    spell(a, first);
    spell(b, second);
    return first == second;
}

Condition region_condition(Version& version, FactIndex set, const std::vector<CodeIndex>& codes,
                           std::vector<bool> regions, Span span) {
    Atom atom;
    atom.kind = Atom::Kind::set_region;
    atom.fact = set;
    atom.codes = codes;
    atom.choices = std::move(regions);
    const auto same = std::find(version.atoms.begin(), version.atoms.end(), atom);
    const auto index = static_cast<AtomIndex>(same - version.atoms.begin());
    if (same == version.atoms.end()) version.atoms.push_back(std::move(atom));
    return condition_of(index, span);
}

}  // namespace

Condition permitted_condition(Version& version, const Norm& list) {
    const FactIndex set = list.permitted_set;
    const auto some_item = [&](CodeIndex code) {
        const WithOneCode reading(version, set, code);
        std::vector<Condition> items;
        for (const NormIndex index : list.permits) {
            const Norm& item = version.norms[index];
            // Whether the item is in force and reaches is asked of the job as it is, and where the list's own act says
            // so, it was asked already.
            std::vector<Condition> parts;
            if (!same(item.in_force, list.in_force)) parts.push_back(item.in_force);
            if (!same(item.reaches, list.reaches)) parts.push_back(item.reaches);
            parts.push_back(reading.read(item.shared));
            parts.push_back(reading.read(item.when));
            items.push_back(WithOneCode::together(std::move(parts), item.span));
        }
        return WithOneCode::one_of(std::move(items), list.span);
    };
    // Without a set the items are alternatives; with one, this is how they read where nothing is stated.
    Condition with_nothing = some_item(no_code);
    if (set == no_fact) return with_nothing;

    std::set<CodeIndex> named;
    for (const NormIndex index : list.permits) {
        for (const Condition* condition : {&version.norms[index].shared, &version.norms[index].when}) {
            std::vector<bool> seen(version.definitions.size(), false);
            for_each_atom(*condition, version.definitions, seen, [&](AtomIndex index_of_atom) {
                const Atom& atom = version.atoms[index_of_atom];
                if (asks_set(atom, set)) named.insert(atom.codes.begin(), atom.codes.end());
            });
        }
    }
    const std::vector<CodeIndex> codes(named.begin(), named.end());
    // Regions that the same items permit, under the same further conditions, stand together.
    struct Group {
        Condition permitted;
        std::vector<bool> regions;
    };
    std::map<std::string, std::size_t> places;
    std::vector<Group> groups;
    for (std::size_t region = 0; region <= codes.size(); ++region) {
        // A code that lies below none of those named satisfies what the empty set does: no item names it.
        Condition permitted = region < codes.size() ? some_item(codes[region]) : with_nothing;
        std::string spelling;
        spell(permitted, spelling);
        const auto [place, added] = places.emplace(std::move(spelling), groups.size());
        if (added) groups.push_back({std::move(permitted), std::vector<bool>(codes.size() + 1, false)});
        groups[place->second].regions[region] = true;
    }
    std::vector<Condition> parts;
    for (Group& group : groups) {
        if (group.permitted.always()) continue;
        const Span span = group.permitted.span;
        Condition absent =
            negation_of(region_condition(version, set, codes, std::move(group.regions), list.span), list.span);
        parts.push_back(WithOneCode::one_of({std::move(absent), std::move(group.permitted)}, span));
    }
    if (!with_nothing.always()) {
        const Condition something =
            region_condition(version, set, codes, std::vector<bool>(codes.size() + 1, true), list.span);
        parts.push_back(WithOneCode::one_of({something, std::move(with_nothing)}, list.span));
    }
    return WithOneCode::together(std::move(parts), list.span);
}

void build_permitted_lists(Compilation& compilation) {
    StatuteBook& book = compilation.book;
    for (const ListFamily& family : book.lists) {
        for (const ListText& text : family.texts) {
            if (text.permitting.empty()) continue;
            std::set<FactIndex> sets;
            const auto collect = [&](const Condition& condition) {
                collect_named_sets(condition, true, book.definitions, compilation.atoms.all(), sets);
            };
            for (const TextIndex item : text.items) {
                collect(book.texts[item].norm.shared);
                collect(book.texts[item].norm.when);
            }
            if (sets.size() > 1) {
                std::vector<std::string> names;
                for (const FactIndex set : sets) names.push_back(compilation.vocabulary.facts[set].name);
                const Norm& norm = book.texts[text.permitting.front()].norm;
                compilation.report(Code::L0327, norm.span, {norm.name, joined(names)});
                continue;
            }
            for (const TextIndex exception : text.permitting) {
                book.texts[exception].norm.permitted_set = sets.empty() ? no_fact : *sets.begin();
            }
        }
    }
}

}  // namespace labourlex
