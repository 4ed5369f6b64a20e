#include "engine/analyse/changed_texts.hpp"

#include "engine/analyse/cell_tests.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

namespace labourlex::analyse {

namespace {

class TextComparison {
public:
    explicit TextComparison(const JointLaw& law) : law_(law), joint_(*law.version) {
        for (const JoinedSide& side : law.sides) {
            for (FactIndex own = 0; own < side.facts.size(); ++own) {
                names_[side.facts[own]] = side.version->vocabulary->facts[own].name;
            }
            for (const Question& question : side.version->questions) {
                if (question.edge) {
                    edges_.insert(side.facts[question.fact]);
                }
            }
        }
    }

    std::vector<ChangedNorm> run() {
        norms();
        limits();
        definitions();
        terms();
        return std::move(result_);
    }

private:
    using What = ChangedNorm::What;
    using How = ChangedNorm::How;

    // ---- whether two texts say the same -----------------------------------------------------------------------------

    /// A limit and a definition are compared by name: where one says something else, it is listed itself.
    [[nodiscard]] bool same(const Condition& a, const Condition& b) const {
        if (a.kind != b.kind || a.children.size() != b.children.size()) {
            return false;
        }
        if (a.kind == Condition::Kind::atom) {
            return a.atom == b.atom || same(joint_.atoms[a.atom], joint_.atoms[b.atom]);
        }
        if (a.kind == Condition::Kind::definition) {
            return joint_.definitions[a.definition].name == joint_.definitions[b.definition].name;
        }
        return std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                          [&](const Condition& x, const Condition& y) { return same(x, y); });
    }

    /// A fact that each law keeps for itself, as a clock term or a fixed parameter, is one fact here.
    [[nodiscard]] bool same_fact(FactIndex a, FactIndex b) const {
        const auto name_of_a = names_.find(a);
        const auto name_of_b = names_.find(b);
        return a == b ||
               (name_of_a != names_.end() && name_of_b != names_.end() && name_of_a->second == name_of_b->second);
    }

    /// A limit of which no text is in force has no name here; a comparison with it is false.
    [[nodiscard]] bool same_limit(LimitIndex a, LimitIndex b) const {
        if (a == none_index || b == none_index) {
            return a == b;
        }
        const auto& one = joint_.limits[a];
        const auto& other = joint_.limits[b];
        return one.empty() || other.empty() ? one.empty() == other.empty() : one.front().name == other.front().name;
    }

    [[nodiscard]] bool same(Atom a, const Atom& b) const {
        if (!same_fact(a.fact, b.fact) || !same_fact(a.term, b.term) || !same_limit(a.limit, b.limit) ||
            a.form.terms.size() != b.form.terms.size()) {
            return false;
        }
        a.fact = b.fact;
        a.term = b.term;
        a.limit = b.limit;
        for (std::size_t i = 0; i < a.form.terms.size(); ++i) {
            LinearTerm& term = a.form.terms[i];
            const LinearTerm& other = b.form.terms[i];
            if (!same_fact(term.fact, other.fact) || !same_fact(term.whole_fact, other.whole_fact)) {
                return false;
            }
            term.fact = other.fact;
            term.whole_fact = other.whole_fact;
        }
        return a == b;
    }

    [[nodiscard]] bool same(const std::optional<Condition>& a, const std::optional<Condition>& b) const {
        return a.has_value() == b.has_value() && (!a || same(*a, *b));
    }

    [[nodiscard]] static bool same(const LimitCell& a, const LimitCell& b) {
        return a.kind == b.kind && a.low == b.low && a.high == b.high && a.not_allowed == b.not_allowed;
    }

    [[nodiscard]] bool same_itself(const Norm& a, const Norm& b) const {
        return a.kind == b.kind && a.cls == b.cls && a.does_not_apply == b.does_not_apply &&
               a.exemption == b.exemption && a.strength == b.strength && a.blocking == b.blocking &&
               same(a.when, b.when) && same(a.needs, b.needs);
    }

    [[nodiscard]] bool same_reach(const Norm& a, const Norm& b) const {
        return same(a.in_force, b.in_force) && same(a.reaches, b.reaches) && same(a.shared, b.shared);
    }

    /// Whether it is a question if the norm, or its act, is in force.
    [[nodiscard]] bool doubtful(const Norm& norm) const { return asks_edge(norm.in_force) || asks_edge(norm.reaches); }

    [[nodiscard]] bool asks_edge(const Condition& condition) const {
        return (condition.kind == Condition::Kind::atom && edges_.contains(joint_.atoms[condition.atom].fact)) ||
               std::any_of(condition.children.begin(), condition.children.end(),
                           [&](const Condition& child) { return asks_edge(child); });
    }

    [[nodiscard]] bool same(const Limit& a, const Limit& b) const {
        return same_fact(a.fact, b.fact) &&
               std::equal(a.axes.begin(), a.axes.end(), b.axes.begin(), b.axes.end(),
                          [&](FactIndex x, FactIndex y) { return same_fact(x, y); }) &&
               same(a.in_force, b.in_force) && same(a.reaches, b.reaches) &&
               std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                          [&](const Limit::Row& x, const Limit::Row& y) {
                              return same(x.when, y.when) && same(x.cell, y.cell);
                          });
    }

    // ---- texts by name ----------------------------------------------------------------------------------------------

    /// The texts of each name on one side: several where it is in doubt which of them is in force.
    template <class Text>
    using ByName = std::array<std::map<std::string, std::vector<const Text*>>, 2>;

    /// Tells what differs by name, in the order of the second law and then of what is gone from the first.
    /// `difference`: how two texts of one name differ, or nothing.
    template <class Text, class Difference>
    void compare(What what, const std::vector<const Text*>& before, const std::vector<const Text*>& after,
                 const Difference& difference) {
        ByName<Text> texts;
        for (const Text* text : before) {
            texts[0][text->name].push_back(text);
        }
        for (const Text* text : after) {
            texts[1][text->name].push_back(text);
        }
        for (const Text* text : after) {
            const auto& now = texts[1].at(text->name);
            if (now.front() != text) {
                continue;
            }
            const auto was = texts[0].find(text->name);
            if (was == texts[0].end()) {
                tell(what, How::added, *text);
                continue;
            }
            std::optional<How> how;
            if (was->second.size() != now.size()) {
                how = How::changed;
            }
            for (std::size_t i = 0; !how && i < now.size(); ++i) {
                how = difference(*was->second[i], *now[i]);
            }
            if (how) {
                tell(what, *how, *text);
            }
        }
        for (const Text* text : before) {
            if (!texts[1].contains(text->name) && texts[0].at(text->name).front() == text) {
                tell(what, How::removed, *text);
            }
        }
    }

    template <class Text>
    void tell(What what, How how, const Text& text) {
        std::string citation;
        if constexpr (!std::is_same_v<Text, Definition>) {
            citation = citation_text(joint_, text.citation);
        }
        result_.push_back({what, how, text.name, text.title.empty() ? text.name : text.title, std::move(citation)});
    }

    [[nodiscard]] std::vector<const Norm*> norms_of(std::size_t side) const {
        std::vector<const Norm*> found;
        const std::size_t first = law_.sides[side].first_norm;
        for (std::size_t own = 0; own < law_.sides[side].version->norms.size(); ++own) {
            found.push_back(&joint_.norms[first + own]);
        }
        return found;
    }

    void norms() {
        const std::vector<const Norm*> before = norms_of(0);
        const std::vector<const Norm*> after = norms_of(1);
        // Two encodings share the texts of packs and none of their own.
        const std::string own = law_.sides[0].version->jurisdiction + ".";
        const bool one_encoding = std::any_of(after.begin(), after.end(), [&](const Norm* now) {
            return now->name.starts_with(own) &&
                   std::any_of(before.begin(), before.end(), [&](const Norm* was) { return was->span == now->span; });
        });
        compare(What::norm, before, after, [&](const Norm& was, const Norm& now) -> std::optional<How> {
            const bool replaced = one_encoding && !(was.span == now.span);
            if (replaced || !same_itself(was, now)) {
                return How::changed;
            }
            if (same_reach(was, now)) {
                return std::nullopt;
            }
            return doubtful(was) || doubtful(now) ? How::in_doubt : How::reached;
        });
    }

    void limits() {
        std::array<std::vector<const Limit*>, 2> found;
        const std::size_t of_first = law_.sides[0].version->limits.size();
        for (std::size_t index = 0; index < joint_.limits.size(); ++index) {
            for (const Limit& text : joint_.limits[index]) {
                found[index < of_first ? 0 : 1].push_back(&text);
            }
        }
        compare(What::limit, found[0], found[1], [&](const Limit& was, const Limit& now) {
            return same(was, now) ? std::nullopt : std::optional(How::changed);
        });
    }

    void definitions() {
        std::array<std::vector<const Definition*>, 2> found;
        const std::size_t of_first = law_.sides[0].version->definitions.size();
        for (std::size_t index = 0; index < joint_.definitions.size(); ++index) {
            found[index < of_first ? 0 : 1].push_back(&joint_.definitions[index]);
        }
        compare(What::definition, found[0], found[1], [&](const Definition& was, const Definition& now) {
            return same(was.when, now.when) ? std::nullopt : std::optional(How::changed);
        });
    }

    /// The window of a clock term, such as the hours of the night.
    [[nodiscard]] const std::optional<Condition>& term(std::size_t side, FactIndex fact) const {
        static const std::optional<Condition> none;
        const FactIndex joined = law_.sides[side].facts[fact];
        const auto& own = law_.sides[side].version->clock_terms;
        return fact < own.size() && own[fact] ? joint_.clock_terms[joined] : none;
    }

    void terms() {
        const Vocabulary& after = *law_.sides[1].version->vocabulary;
        const Vocabulary& before = *law_.sides[0].version->vocabulary;
        for (FactIndex fact = 0; fact < after.facts.size(); ++fact) {
            const auto twin = before.find(after.facts[fact].name);
            const auto& now = term(1, fact);
            const auto& was = twin ? term(0, *twin) : std::optional<Condition>();
            if (same(was, now)) {
                continue;
            }
            const How how = !was ? How::added : !now ? How::removed : How::changed;
            const FactDeclaration& declared = after.facts[fact];
            result_.push_back({What::term, how, declared.name, declared.title, {}});
        }
    }

    const JointLaw& law_;
    const Version& joint_;
    std::map<FactIndex, std::string> names_;  ///< by joined fact: its name in its law
    std::set<FactIndex> edges_;               ///< joined questions whether something is in force
    std::vector<ChangedNorm> result_;
};

}  // namespace

std::vector<ChangedNorm> changed_texts(const JointLaw& law) {
    const bool one_law = law.sides[0].version->jurisdiction == law.sides[1].version->jurisdiction;
    return one_law ? TextComparison(law).run() : std::vector<ChangedNorm>();
}

}  // namespace labourlex::analyse
