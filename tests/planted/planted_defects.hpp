// Defects planted into the real laws: one small change of one statement each, with what a drafter expects of it.
//
// A file of `laws/` holds those of one law, as a sequence:
//
//     - id: minimum-age-14              named in the tables
//       kind: threshold                 what sort of slip it is
//       file: labour-code-2016.law      where
//       at: rule minimum-age-2016 "     words that stand once in that file, at the beginning of the statement
//       old: age under 15               the first such words from there on; left out: the whole statement
//       new: age under 14               left out: nothing
//       on: 2020-03-01                  the day on which both laws are read
//       moves: [prohibited > permitted] every way in which jobs change class; [] where none does
//       within: covered-work            a condition of the law: no job outside of it changes
//       check: [L0623]                  what `check` finds in addition; left out: nothing
//       conform: c138.minimum-age       the provision of which `conform` tells something else; left out: not asked;
//                                       `none`: asked, and it tells the same
//       why: ...                        for who reads the table
//
// All of this is written from the law. Where the program said otherwise, the law was read again: what was overlooked is
// corrected here, what the program missed stays as it was expected. The rulesets on disk are never touched.
#pragma once

#include "engine/law/compiler.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace labourlex::planted {

/// Names of outcomes: "prohibited" to "permitted".
using Move = std::pair<std::string, std::string>;

struct Defect {
    std::string id, kind;
    std::string file, at;
    std::string old_text, new_text;  ///< old_text empty: the whole statement
    Date on;
    std::vector<Move> moves;
    std::string within;  ///< empty: every job
    std::vector<std::string> check;
    std::string conform;  ///< empty: not asked
};

/// Throws std::runtime_error with the reason.
[[nodiscard]] std::vector<Defect> read_defects(const std::filesystem::path& file);

/// A law as it stands on disk, its packs, and copies of it with one statement changed.
class LawUnderTest {
public:
    /// Throws std::runtime_error when the rulesets do not compile.
    LawUnderTest(const std::string& name, const std::filesystem::path& rulesets);

    /// The law, or the law with a defect. `within` becomes a duty `planted-region` of the law, so that the condition
    /// stands in the same space of jobs as the law; empty: no duty. Null, with diagnostics, when it does not compile.
    /// What was not changed keeps its places: an unread part is the same unread part in both laws.
    [[nodiscard]] std::shared_ptr<const CompiledLaw> compiled(const Defect* defect, const std::string& within,
                                                              Diagnostics& diagnostics);
    /// Another law of the same rulesets: the conventions.
    [[nodiscard]] std::shared_ptr<const CompiledLaw> other(const std::string& name);

    [[nodiscard]] const Sources& sources() const { return sources_; }

private:
    [[nodiscard]] ParsedFolder read(const std::string& name);
    [[nodiscard]] syntax::File changed(const syntax::File& file, const Defect& defect, Diagnostics& diagnostics);

    std::filesystem::path rulesets_;
    Sources sources_;
    Diagnostics reading_;
    ParsedFolder own_;
    std::map<std::string, ParsedFolder> packs_;
    std::map<std::string, syntax::File> regions_;  ///< by condition: one text for both laws
};

}  // namespace labourlex::planted
