#include "engine/law/names.hpp"

#include <algorithm>
#include <map>

namespace labourlex {

namespace {

/// Keys in a fixed order, so that suggestions do not depend on hashing.
template <class Value>
std::vector<std::string> keys_of(const std::unordered_map<std::string, Value>& map) {
    std::vector<std::string> keys;
    keys.reserve(map.size());
    for (const auto& entry : map) keys.push_back(entry.first);
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<std::string> fact_names(const Compilation& compilation) {
    std::vector<std::string> names;
    if (!compilation.suggests()) return names;
    names.reserve(compilation.vocabulary.facts.size());
    for (const FactDeclaration& fact : compilation.vocabulary.facts) names.push_back(fact.name);
    return names;
}

std::vector<std::string> items_of(const Compilation& compilation, const ListFamily& list) {
    std::vector<std::string> names;
    for (const ListText& text : list.texts) {
        for (const TextIndex item : text.items) names.push_back(compilation.book.texts[item].item);
    }
    return names;
}

/// The place of an item in a list's order: its text of the list and its position there.
std::optional<std::pair<std::size_t, std::size_t>> place_of(const Compilation& compilation, const ListFamily& list,
                                                            const std::string& item) {
    for (std::size_t text = 0; text < list.texts.size(); ++text) {
        const auto& items = list.texts[text].items;
        for (std::size_t position = 0; position < items.size(); ++position) {
            if (compilation.book.texts[items[position]].item == item) return std::pair{text, position};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> condition_names(const Compilation& compilation) {
    std::vector<std::string> names = fact_names(compilation);
    if (!compilation.suggests()) return names;
    for (const Definition& definition : compilation.book.definitions) names.push_back(definition.name);
    for (const LimitFamily& limit : compilation.book.limits) names.push_back(limit.name);
    for (const auto& entry : compilation.derived) names.push_back(entry.first);
    return names;
}

std::optional<FactIndex> find_fact(Compilation& compilation, const syntax::Word& name) {
    const auto found = compilation.facts.find(name.text);
    if (found == compilation.facts.end()) {
        if (compilation.derived.count(name.text) != 0) {
            compilation.derived.at(name.text).used = true;
            compilation.report(Code::L0254, name.span, {name.text});
        } else if (compilation.broken_names.count(name.text) == 0) {
            compilation.report_unknown(Code::L0201, name, fact_names(compilation));
        }
        return std::nullopt;
    }
    compilation.use(found->second);
    if (compilation.fact_broken(found->second)) return std::nullopt;
    return found->second;
}

std::optional<ClassIndex> find_class(Compilation& compilation, const syntax::Word& name) {
    std::vector<std::string> names;
    for (std::size_t index = 0; index < compilation.book.classes.size(); ++index) {
        if (compilation.book.classes[index].name == name.text) return static_cast<ClassIndex>(index);
        names.push_back(compilation.book.classes[index].name);
    }
    compilation.report_unknown(Code::L0202, name, names, {joined(names)});
    return std::nullopt;
}

std::optional<TaxonomyIndex> find_taxonomy(Compilation& compilation, const syntax::Word& name) {
    const auto found = compilation.taxonomies.find(name.text);
    if (found != compilation.taxonomies.end()) return found->second;
    if (compilation.broken_names.count(name.text) == 0) {
        const std::vector<std::string> names = keys_of(compilation.taxonomies);
        compilation.report_unknown(Code::L0203, name, names, {joined(names)});
    }
    return std::nullopt;
}

std::optional<InstrumentIndex> find_instrument(Compilation& compilation, const syntax::Word& name) {
    const auto found = compilation.instruments.find(name.text);
    if (found != compilation.instruments.end()) return found->second;
    compilation.report_unknown(Code::L0206, name, keys_of(compilation.instruments));
    return std::nullopt;
}

std::optional<std::size_t> find_choice(Compilation& compilation, FactIndex fact, const syntax::Word& value) {
    const FactDeclaration& declaration = compilation.vocabulary.facts[fact];
    std::vector<std::string> names;
    for (std::size_t index = 0; index < declaration.choices.size(); ++index) {
        if (declaration.choices[index].name == value.text) return index;
        names.push_back(declaration.choices[index].name);
    }
    compilation.report_unknown(Code::L0205, value, names, {declaration.name, joined(names)});
    return std::nullopt;
}

std::optional<CodeIndex> find_code(Compilation& compilation, TaxonomyIndex taxonomy, const syntax::Word& code) {
    const Taxonomy& tree = compilation.vocabulary.taxonomies[taxonomy];
    if (const auto found = tree.find(code.text)) return found;
    if (compilation.broken_names.count(tree.name()) != 0) return std::nullopt;
    compilation.report_unknown(Code::L0204, code, compilation.suggests() ? tree.codes() : std::vector<std::string>(),
                               {tree.name()});
    return std::nullopt;
}

std::optional<ListIndex> find_list(Compilation& compilation, const syntax::Word& name) {
    if (const auto full = compilation.lists.find(name.text); full != compilation.lists.end()) return full->second;
    const auto found = compilation.short_lists.find(name.text);
    if (found == compilation.short_lists.end()) {
        compilation.report_unknown(Code::L0211, name, keys_of(compilation.short_lists));
        return std::nullopt;
    }
    // The jurisdiction's own list hides one of a pack.
    for (const ListIndex list : found->second) {
        if (!compilation.book.lists[list].of_pack) return list;
    }
    if (found->second.size() > 1) {
        std::vector<std::string> names;
        for (const ListIndex list : found->second) names.push_back(compilation.book.lists[list].name);
        compilation.report_unknown(Code::L0214, name, {}, {joined(names)});
        return std::nullopt;
    }
    return found->second.front();
}

std::optional<NormLink> find_norms(Compilation& compilation, const syntax::NormReference& reference) {
    using Kind = syntax::NormReference::Kind;
    const std::string& name = reference.name.text;
    NormLink link;
    if (reference.kind == Kind::name) {
        if (const auto full = compilation.families.find(name); full != compilation.families.end()) {
            link.family = full->second;
            return link;
        }
        if (const auto found = compilation.short_families.find(name); found != compilation.short_families.end()) {
            std::vector<FamilyIndex> candidates;
            for (const FamilyIndex family : found->second) {
                if (!compilation.book.families[family].of_pack) candidates.push_back(family);
            }
            if (candidates.empty()) candidates = found->second;
            if (candidates.size() > 1) {
                std::vector<std::string> names;
                for (const FamilyIndex family : candidates) names.push_back(compilation.book.families[family].name);
                compilation.report_unknown(Code::L0214, reference.name, {}, {joined(names)});
                return std::nullopt;
            }
            link.family = candidates.front();
            return link;
        }
        if (compilation.short_lists.count(name) != 0 || compilation.lists.count(name) != 0) {
            const auto list = find_list(compilation, reference.name);
            if (!list) return std::nullopt;
            link.kind = NormLink::Kind::list;
            link.list = *list;
            return link;
        }
        if (compilation.broken_names.count(name) != 0) return std::nullopt;
        if (compilation.limits.count(name) != 0 || compilation.definitions.count(name) != 0 ||
            compilation.facts.count(name) != 0 || compilation.instruments.count(name) != 0) {
            compilation.report(Code::L0311, reference.name.span, {name});
            return std::nullopt;
        }
        std::vector<std::string> names = keys_of(compilation.short_families);
        for (const std::string& list : keys_of(compilation.short_lists)) names.push_back(list);
        compilation.report_unknown(Code::L0207, reference.name, names);
        return std::nullopt;
    }

    if (compilation.broken_names.count(name) != 0) return std::nullopt;
    const auto list = find_list(compilation, reference.name);
    if (!list) return std::nullopt;
    link.list = *list;
    const ListFamily& family = compilation.book.lists[*list];
    if (reference.kind == Kind::list) {
        link.kind = NormLink::Kind::list;
        return link;
    }
    if (reference.kind == Kind::section) {
        link.kind = NormLink::Kind::section;
        link.section = reference.section.text;
        std::vector<std::string> sections;
        for (const ListText& text : family.texts) {
            for (const ListSection& section : text.sections) sections.push_back(section.number);
        }
        if (std::find(sections.begin(), sections.end(), link.section) == sections.end()) {
            compilation.report_unknown(Code::L0213, reference.section, sections, {name});
            return std::nullopt;
        }
        return link;
    }
    link.kind = NormLink::Kind::items;
    bool sound = true;
    for (const auto& range : reference.items) {
        const auto first = place_of(compilation, family, range.first.text);
        if (!first) {
            sound = false;
            compilation.report_unknown(Code::L0212, range.first, items_of(compilation, family), {name});
        }
        if (range.last.empty()) {
            link.items.emplace_back(range.first.text, range.first.text);
            continue;
        }
        const auto last = place_of(compilation, family, range.last.text);
        if (!last) {
            sound = false;
            compilation.report_unknown(Code::L0212, range.last, items_of(compilation, family), {name});
        }
        if (first && last && first->first == last->first && first->second > last->second) {
            sound = false;
            compilation.report(Code::L0312, range.first.span, {range.first.text, range.last.text, name});
        }
        link.items.emplace_back(range.first.text, range.last.text);
    }
    if (!sound) return std::nullopt;
    return link;
}

}  // namespace labourlex
