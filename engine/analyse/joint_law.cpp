#include "engine/analyse/joint_law.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace labourlex::analyse {

namespace {

bool same_choices(const FactDeclaration& a, const FactDeclaration& b) {
    return std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(), b.choices.end(),
                      [](const Choice& x, const Choice& y) { return x.name == y.name; });
}

/// Stated once, a value means the same in both laws.
bool declared_alike(const Vocabulary& a_words, const FactDeclaration& a, const Vocabulary& b_words,
                    const FactDeclaration& b) {
    const bool codes = a.type == FactType::code || a.type == FactType::code_set;
    return a.type == b.type && a.unit == b.unit && a.whole == b.whole && same_choices(a, b) &&
           (!codes || a_words.taxonomies[a.taxonomy].name() == b_words.taxonomies[b.taxonomy].name());
}

class Joining {
public:
    /// `sides`: 1 makes a law stand by itself.
    explicit Joining(JointLaw& law, std::size_t sides = 2)
        : law_(law), sides_(sides), joint_(std::make_shared<Version>()) {}

    /// Why the two cannot be compared, or nothing.
    std::string run() {
        const Version& first = *law_.sides[0].version;
        const Version& second = *law_.sides[1].version;
        same_law_ = first.jurisdiction == second.jurisdiction;
        if (!std::equal(first.classes.begin(), first.classes.end(), second.classes.begin(), second.classes.end(),
                        [](const ClassDeclaration& a, const ClassDeclaration& b) {
                            return a.name == b.name && a.role == b.role && a.is_default == b.is_default;
                        })) {
            return fmt::format("{} and {} do not have the same classes of work", law_.sides[0].label,
                               law_.sides[1].label);
        }
        joint_->jurisdiction = first.jurisdiction;
        joint_->title = first.title;
        joint_->date = first.date;
        joint_->classes = first.classes;
        if (std::string refused = join_taxonomies(); !refused.empty()) {
            return refused;
        }
        for (std::size_t side = 0; side < sides_; ++side) {
            join_facts(side);
        }
        joint_->vocabulary = std::make_shared<const Vocabulary>(vocabulary_);
        joint_->given.resize(vocabulary_.facts.size());
        joint_->clock_terms.resize(vocabulary_.facts.size());
        joint_->absence_conditions.resize(vocabulary_.facts.size());
        for (FactIndex fact = 0; fact < vocabulary_.facts.size(); ++fact) {
            joint_->absence_order.push_back(fact);
        }
        for (std::size_t side = 0; side < sides_; ++side) {
            add_side(law_.sides[side]);
        }
        law_.version = joint_;
        return {};
    }

private:
    // ---- vocabulary -------------------------------------------------------------------------------------------------

    std::string join_taxonomies() {
        for (JoinedSide& side : law_.sides) {
            for (const Taxonomy& taxonomy : side.version->vocabulary->taxonomies) {
                auto& union_of = union_of_[taxonomy.name()];
                union_of.title = taxonomy.title();
                union_of.exhaustive = taxonomy.exhaustive();
                for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
                    const Taxonomy::Node& node = taxonomy.node(code);
                    const std::string parent = node.parent == no_code ? "" : taxonomy.node(node.parent).code;
                    const auto [entry, added] = union_of.parents.try_emplace(node.code, parent);
                    if (added) {
                        union_of.nodes.push_back(&node);
                    } else if (entry->second != parent) {
                        return fmt::format("the code `{}` of `{}` stands in different places in {} and {}", node.code,
                                           taxonomy.name(), law_.sides[0].label, law_.sides[1].label);
                    }
                }
            }
        }
        for (auto& [name, union_of] : union_of_) {
            Taxonomy joined(name, union_of.title, union_of.exhaustive);
            // Parents first: a node whose parent is not there yet waits for the next round.
            std::vector<const Taxonomy::Node*> waiting = union_of.nodes;
            while (!waiting.empty()) {
                std::vector<const Taxonomy::Node*> later;
                for (const Taxonomy::Node* node : waiting) {
                    const std::string& parent = union_of.parents.at(node->code);
                    const auto place = parent.empty() ? std::optional<CodeIndex>(no_code) : joined.find(parent);
                    if (place) {
                        (void)joined.add(node->code, node->title, *place, node->span, node->synonyms);
                    } else {
                        later.push_back(node);
                    }
                }
                waiting = std::move(later);
            }
            joined.finish();
            taxonomy_at_[name] = static_cast<TaxonomyIndex>(vocabulary_.taxonomies.size());
            vocabulary_.taxonomies.push_back(std::move(joined));
        }
        for (JoinedSide& side : law_.sides) {
            for (const Taxonomy& taxonomy : side.version->vocabulary->taxonomies) {
                std::vector<CodeIndex>& codes = side.codes.emplace_back();
                const Taxonomy& joined = vocabulary_.taxonomies[taxonomy_at_.at(taxonomy.name())];
                for (CodeIndex code = 0; code < taxonomy.size(); ++code) {
                    codes.push_back(*joined.find(taxonomy.node(code).code));
                }
            }
        }
        return {};
    }

    /// Whether a side keeps a fact for itself, whatever the other says of the name.
    static bool own_fact(const Version& version, FactIndex fact) {
        const bool computed = fact < version.clock_terms.size() && version.clock_terms[fact].has_value();
        const bool fixed = fact < version.given.size() && version.given[fact].has_value() &&
                           version.vocabulary->facts[fact].role != FactRole::season;
        return computed || fixed;
    }

    void join_facts(std::size_t which) {
        JoinedSide& side = law_.sides[which];
        const Version& version = *side.version;
        const Version& other = *law_.sides[1 - which].version;
        for (FactIndex fact = 0; fact < version.vocabulary->facts.size(); ++fact) {
            FactDeclaration declaration = version.vocabulary->facts[fact];
            const auto twin = sides_ == 1 ? std::nullopt : other.vocabulary->find(declaration.name);
            bool shared = !twin || declared_alike(*version.vocabulary, declaration, *other.vocabulary,
                                                  other.vocabulary->facts[*twin]);
            shared = shared && !own_fact(version, fact) && (!twin || !own_fact(other, *twin));
            if (declaration.role == FactRole::question || declaration.role == FactRole::season) {
                shared = shared && same_law_;
            }
            if (twin && !shared) {
                declaration.name =
                    fmt::format("{}:{}", same_law_ ? (which == 0 ? "before" : "after") : version.jurisdiction.c_str(),
                                declaration.name);
            }
            if (const auto known = by_name_.find(declaration.name); known != by_name_.end()) {
                FactDeclaration& joined = vocabulary_.facts[known->second];
                joined.low = std::min(joined.low, declaration.low);
                joined.high = std::max(joined.high, declaration.high);
                side.facts.push_back(known->second);
                continue;
            }
            if (declaration.type == FactType::code || declaration.type == FactType::code_set) {
                declaration.taxonomy = taxonomy_at_.at(version.vocabulary->taxonomies[declaration.taxonomy].name());
            }
            declaration.linked_to = no_fact;  // conditions speak of the fact that it is linked to
            declaration.assumed.reset();      // every job is looked at: nothing is assumed of any
            declaration.asked_when = false;
            if (declaration.role == FactRole::season) {
                declaration.role = FactRole::fact;
            }
            const auto made = static_cast<FactIndex>(vocabulary_.facts.size());
            by_name_[declaration.name] = made;
            side.facts.push_back(made);
            vocabulary_.facts.push_back(std::move(declaration));
        }
    }

    // ---- the texts of one side ------------------------------------------------------------------------------------

    void add_side(JoinedSide& side) {
        const Version& version = *side.version;
        side_ = &side;
        first_definition_ = static_cast<DefinitionIndex>(joint_->definitions.size());
        first_limit_ = static_cast<LimitIndex>(joint_->limits.size());
        side.first_norm = static_cast<NormIndex>(joint_->norms.size());
        side.first_instrument = static_cast<InstrumentIndex>(joint_->instruments.size());
        side.first_unseen_law = static_cast<std::uint32_t>(joint_->unseen_laws.size());
        atoms_.clear();
        for (const Atom& atom : version.atoms) {
            atoms_.push_back(add_atom(atom));
        }
        for (Definition definition : version.definitions) {
            definition.when = moved(definition.when);
            joint_->definitions.push_back(std::move(definition));
        }
        for (Instrument instrument : version.instruments) {
            instrument.in_force = moved(instrument.in_force);
            instrument.reaches = moved(instrument.reaches);
            joint_->instruments.push_back(std::move(instrument));
        }
        for (const Norm& norm : version.norms) {
            joint_->norms.push_back(moved(norm));
        }
        for (const std::vector<Limit>& texts : version.limits) {
            std::vector<Limit>& added = joint_->limits.emplace_back();
            for (const Limit& limit : texts) {
                added.push_back(moved(limit));
            }
        }
        for (UnseenLaw law : version.unseen_laws) {
            law.in_force = moved(law.in_force);
            law.reaches = moved(law.reaches);
            law.citation.instrument += side.first_instrument;
            joint_->unseen_laws.push_back(std::move(law));
        }
        for (Impossible impossible : version.impossible) {
            const bool known =
                std::any_of(joint_->impossible.begin(), joint_->impossible.end(), [&](const Impossible& i) {
                    return impossible.span.end > impossible.span.begin && i.span == impossible.span;
                });
            if (!known) {
                impossible.when = moved(impossible.when);
                joint_->impossible.push_back(std::move(impossible));
            }
        }
        for (FactIndex fact = 0; fact < version.clock_terms.size(); ++fact) {
            if (version.clock_terms[fact]) {
                joint_->clock_terms[side.facts[fact]] = moved(*version.clock_terms[fact]);
            }
        }
        for (FactIndex fact = 0; fact < version.given.size(); ++fact) {
            if (version.given[fact] && version.vocabulary->facts[fact].role != FactRole::season) {
                AssumedFactValue value = *version.given[fact];
                if (value.code != no_code) {
                    value.code = code(fact, value.code);
                }
                joint_->given[side.facts[fact]] = value;
            }
        }
        if (version.shift_start != no_fact) {
            joint_->shift_start = side.facts[version.shift_start];
            joint_->shift_end = side.facts[version.shift_end];
        }
    }

    [[nodiscard]] CodeIndex code(FactIndex fact, CodeIndex index) const {
        return side_->codes[side_->version->vocabulary->facts[fact].taxonomy][index];
    }

    [[nodiscard]] FactIndex fact(FactIndex index) const {
        return index < side_->facts.size() ? side_->facts[index] : index;  // no_fact, shift_length stay
    }

    AtomIndex add_atom(Atom atom) {
        if (atom.fact < side_->facts.size()) {
            for (CodeIndex& index : atom.codes) {
                index = code(atom.fact, index);
            }
        }
        atom.fact = fact(atom.fact);
        atom.term = fact(atom.term);
        for (LinearTerm& term : atom.form.terms) {
            term.fact = fact(term.fact);
            term.whole_fact = fact(term.whole_fact);
        }
        if (atom.limit != none_index) {
            atom.limit += first_limit_;
        }
        const auto found = std::find(joint_->atoms.begin(), joint_->atoms.end(), atom);
        if (found != joint_->atoms.end()) {
            return static_cast<AtomIndex>(found - joint_->atoms.begin());
        }
        joint_->atoms.push_back(std::move(atom));
        return static_cast<AtomIndex>(joint_->atoms.size() - 1);
    }

    [[nodiscard]] Condition moved(Condition condition) const {
        if (condition.kind == Condition::Kind::atom) {
            if (joint_->atoms[atoms_[condition.atom]].kind == Atom::Kind::stated) {
                return {};  // a complete job states everything
            }
            condition.atom = atoms_[condition.atom];
        }
        if (condition.kind == Condition::Kind::definition) {
            condition.definition += first_definition_;
        }
        for (Condition& child : condition.children) {
            child = moved(std::move(child));
        }
        return condition;
    }

    [[nodiscard]] Norm moved(Norm norm) const {
        norm.in_force = moved(norm.in_force);
        norm.reaches = moved(norm.reaches);
        norm.shared = moved(norm.shared);
        norm.when = moved(norm.when);
        if (norm.needs) {
            norm.needs = moved(*norm.needs);
        }
        norm.citation.instrument += side_->first_instrument;
        for (auto* links : {&norm.exceptions, &norm.parents, &norm.permits}) {
            for (NormIndex& link : *links) {
                link += side_->first_norm;
            }
        }
        norm.permitted_set = fact(norm.permitted_set);
        if (norm.blocking_when) {
            // Read once from a job; of a complete job it is a condition like any other.
            Condition both;
            both.children = {norm.when, moved(*norm.blocking_when)};
            norm.when = std::move(both);
            norm.blocking_when.reset();
            norm.blocking = true;
        }
        return norm;
    }

    [[nodiscard]] Limit moved(Limit limit) const {
        limit.fact = fact(limit.fact);
        for (FactIndex& axis : limit.axes) {
            axis = fact(axis);
        }
        limit.citation.instrument += side_->first_instrument;
        limit.in_force = moved(limit.in_force);
        limit.reaches = moved(limit.reaches);
        for (Limit::Row& row : limit.rows) {
            row.when = moved(row.when);
        }
        return limit;
    }

    struct UnionOfCodes {
        std::string title;
        bool exhaustive = false;
        std::map<std::string, std::string> parents;  ///< code to parent's code
        std::vector<const Taxonomy::Node*> nodes;
    };

    JointLaw& law_;
    std::size_t sides_;
    std::shared_ptr<Version> joint_;
    bool same_law_ = false;
    Vocabulary vocabulary_;
    std::map<std::string, UnionOfCodes> union_of_;
    std::map<std::string, TaxonomyIndex> taxonomy_at_;
    std::map<std::string, FactIndex> by_name_;
    const JoinedSide* side_ = nullptr;
    std::vector<AtomIndex> atoms_;  ///< by AtomIndex of the side at hand
    DefinitionIndex first_definition_ = 0;
    LimitIndex first_limit_ = 0;
};

}  // namespace

JoinResult join(std::shared_ptr<const Version> first, std::string first_label, std::shared_ptr<const Version> second,
                std::string second_label) {
    JoinResult result;
    result.law.emplace();
    result.law->sides[0].version = std::move(first);
    result.law->sides[0].label = std::move(first_label);
    result.law->sides[1].version = std::move(second);
    result.law->sides[1].label = std::move(second_label);
    result.refused = Joining(*result.law).run();
    if (!result.refused.empty()) {
        result.law.reset();
    }
    return result;
}

JointLaw alone(std::shared_ptr<const Version> version, std::string label) {
    JointLaw law;
    law.sides[0].version = law.sides[1].version = std::move(version);
    law.sides[0].label = std::move(label);
    (void)Joining(law, 1).run();  // nothing to refuse: a law has the classes and the codes of itself
    law.sides[1] = law.sides[0];
    return law;
}

}  // namespace labourlex::analyse
