// What of the law was not read and could still change the verdict.
#include "engine/decide/explanation.hpp"

#include "engine/decide/texts.hpp"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace labourlex::decide {

/// The outcome depends on a comparison with the unknown value of this cell, in some job to which its row applies.
bool Explanation::open_cell_matters(LimitIndex limit, std::uint32_t text, std::uint32_t row) {
    const TableIndex table = outcomes_.space().tables().limit_rows[limit][text][row];
    const Diagram applies = outcomes_.space().table(table);
    if (!outcomes_.can_be(applies)) {
        return false;
    }
    std::set<Level> levels;
    for (Level level = 0; level < outcomes_.space().variables().size(); ++level) {
        const SpaceVariable& variable = outcomes_.space().variables()[level];
        if (variable.kind == SpaceVariable::Kind::numbers) {
            const NumberComponent& component = outcomes_.space().numbers().components()[variable.index];
            for (const std::uint32_t index : component.variables) {
                const NumberVariable& number = outcomes_.space().numbers().variables()[index];
                if (number.limit == limit && number.text == text && number.row == row) {
                    levels.insert(level);
                }
            }
        }
    }
    std::set<Diagram> seen;
    const std::function<bool(Diagram)> tests = [&](Diagram diagram) -> bool {
        if (all_.is_terminal(diagram) || !seen.insert(diagram).second) {
            return false;
        }
        if (levels.contains(all_.level(diagram))) {
            return true;
        }
        for (std::uint32_t cell = 0; cell < all_.cells(all_.level(diagram)); ++cell) {
            if (tests(all_.child(diagram, cell))) {
                return true;
            }
        }
        return false;
    };
    return !levels.empty() && tests(outcomes_.outcome());
}

/// The gravest class of the norms that turn on an open cell of the limit.
std::optional<ClassIndex> Explanation::gravest_by_open_cell(LimitIndex limit) {
    std::set<Level> levels;
    for (Level level = 0; level < outcomes_.space().variables().size(); ++level) {
        const SpaceVariable& variable = outcomes_.space().variables()[level];
        if (variable.kind == SpaceVariable::Kind::numbers) {
            const NumberComponent& component = outcomes_.space().numbers().components()[variable.index];
            for (const std::uint32_t index : component.variables) {
                if (outcomes_.space().numbers().variables()[index].limit == limit) {
                    levels.insert(level);
                }
            }
        }
    }
    std::set<Diagram> seen;
    const std::function<bool(Diagram)> tests = [&](Diagram diagram) -> bool {
        if (all_.is_terminal(diagram) || !seen.insert(diagram).second) {
            return false;
        }
        bool found = levels.contains(all_.level(diagram));
        for (std::uint32_t cell = 0; cell < all_.cells(all_.level(diagram)) && !found; ++cell) {
            found = tests(all_.child(diagram, cell));
        }
        return found;
    };
    std::optional<ClassIndex> gravest;
    for (NormIndex norm = 0; norm < version_.norms.size(); ++norm) {
        if (version_.norms[norm].kind == NormKind::exception) {
            continue;   // it speaks through its parents
        }
        const std::vector<Diagram>& by_class = outcomes_.norm(norm).by_class;
        for (ClassIndex cls = gravest.value_or(0); cls < by_class.size(); ++cls) {
            seen.clear();
            if (tests(by_class[cls])) {
                gravest = std::max(cls, gravest.value_or(0));
            }
        }
    }
    return gravest;
}

bool Explanation::open_cell_matters(LimitIndex limit) {
    const auto& texts_of_limit = version_.limits[limit];
    for (std::uint32_t text = 0; text < texts_of_limit.size(); ++text) {
        for (std::uint32_t row = 0; row < texts_of_limit[text].rows.size(); ++row) {
            if (texts_of_limit[text].rows[row].cell.kind == LimitCell::Kind::open &&
                open_cell_matters(limit, text, row)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<VerdictUnseen> Explanation::unseen() {
    std::vector<VerdictUnseen> result;
    const std::set<Outcome>& possible = outcomes_.possible();
    if (possible.empty()) {
        return result;
    }
    const bool outside = possible.contains(out_of_scope);
    const Outcome mildest = *possible.begin();
    const auto graver = [&](ClassIndex cls) { return outside || cls > mildest; };
    for (NormIndex index = 0; index < version_.norms.size(); ++index) {
        const Norm& norm = version_.norms[index];
        if (norm.kind != NormKind::unseen || !outcomes_.can_be(outcomes_.norm(index).holds)) {
            continue;
        }
        bool listed = !norm.could_lift && graver(norm.cls);
        if (norm.could_lift) {
            // Worth knowing where one of its parents gives something graver than what it could lift to.
            for (const NormIndex parent : norm.parents) {
                const NormDiagrams& given = outcomes_.norm(parent);
                for (ClassIndex cls = norm.cls + 1; cls < given.by_class.size(); ++cls) {
                    listed = listed || outcomes_.can_be(all_.both(given.by_class[cls], outcomes_.norm(index).holds));
                }
            }
        }
        if (listed) {
            result.push_back({norm.name, norm.title, version_.classes[norm.cls].name,
                              situation_.unseen_blocks[index] ? "blocking" : "noted", citation(norm.citation),
                              norm.notes, version_.classes[norm.cls].title});
        }
    }
    for (LimitIndex limit = 0; limit < version_.limits.size(); ++limit) {
        if (!version_.limits[limit].empty() && open_cell_matters(limit)) {
            const Limit& text = version_.limits[limit].front();
            VerdictUnseen part{text.name,
                               fmt::format(fmt::runtime(texts.open_cell_of_limit), text.title),
                               {},
                               "blocking",
                               citation(text.citation),
                               text.notes};
            if (const auto gravest = gravest_by_open_cell(limit)) {
                part.could_be = version_.outcome_name(*gravest);
                part.could_be_title = version_.classes[*gravest].title;
            }
            result.push_back(std::move(part));
        }
    }
    for (std::uint32_t law = 0; law < version_.unseen_laws.size(); ++law) {
        const TableIndex table = outcomes_.space().tables().unseen_laws[law];
        if (outcomes_.can_be(outcomes_.space().table(table))) {
            const UnseenLaw& unseen = version_.unseen_laws[law];
            result.push_back({unseen.name, unseen.title, version_.classes.back().name, "blocking",
                              citation(unseen.citation), unseen.notes, version_.classes.back().title});
        }
    }
    return result;
}

}  // namespace labourlex::decide
