// Compiles a law written in a test, on top of a small pack or the real common one.
#pragma once

#include "dsl-grammar/parser.hpp"
#include "engine/law/compiler.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace labourlex::test {

/// Classes, a few facts of each type, a taxonomy, one convention. Kept small so that a test shows all that matters.
inline const char* const mini_pack = R"(
class permitted "Permitted" lawful default
class light-work "Light work" lawful
class prohibited "Prohibited" breach
class hazardous "Hazardous"
class worst-form "Worst form"

taxonomy task "Task"
  farm-work "Farm work"
    weeding "Weeding"
    cotton-picking "Picking cotton"
  trade "Trade"
    selling "Selling"

taxonomy branch "Branch"
  A "Agriculture"
    A1 "Crops"
  B "Mining"

fact age "Age"
  whole number of years from 0 to 120
  asks "How old?"
  absent ask

fact sex "Sex"
  one of
    - female "Female"
    - male "Male"
  asks "Which sex?"
  absent ask

fact arrangement "Arrangement"
  one of
    - employment "Employment"
    - family "Family"
    - school "School"
  asks "Which arrangement?"
  absent ask

fact paid "Paid"
  yes or no
  asks "Paid?"
  absent assume yes

fact consent "Consent"
  yes or no
  asks "Is there consent?"
  absent ask

fact tasks "Tasks"
  set of codes of task
  asks "Which tasks?"
  absent assume none

fact sector "Sector"
  one code of branch
  asks "Which sector?"
  absent assume a code that no norm names

fact load_kg "Load"
  number of kg from 0 to 500
  asks "How heavy?"
  absent ask when tasks include trade, else assume 0 kg

fact hours_per_day "Hours a day"
  number of hours from 0 to 24
  asks "How many hours a day?"
  absent ask

fact hours_per_week "Hours a week"
  number of hours from 0 to 168
  asks "How many hours a week?"
  absent ask

fact days_per_week "Days a week"
  whole number of days from 0 to 7
  asks "How many days a week?"
  absent ask

fact break_minutes "Breaks"
  number of minutes from 0 to 600
  asks "How many minutes of breaks?"
  absent ask

fact start_time "Start"
  time of day
  asks "When does it start?"
  absent ask
  start of shift

fact end_time "End"
  time of day
  asks "When does it end?"
  absent ask
  end of shift

fact night_work "Night work"
  yes or no
  asks "At night?"
  absent assume no
  clock term of the law only

fact school_hours "School hours"
  yes or no
  asks "In school hours?"
  absent assume no
  clock term

instrument treaty "Treaty"
  forbids only
  reaches age under 18 per "art. 2"
  evidence official

rule slavery "Slavery"
  per treaty "art. 3"
  when tasks include weeding and age under 3
  then worst-form
)";

/// Opens every inline law.
inline const char* const inline_heading = "jurisdiction xx \"Testland\"\nuse mini\n";

struct InlineLaw {
    Sources sources;
    Diagnostics diagnostics;
    std::shared_ptr<const CompiledLaw> law;

    /// The codes of all diagnostics, in order of place.
    [[nodiscard]] std::vector<std::string> codes() const {
        std::vector<std::string> found;
        for (const Diagnostic& diagnostic : diagnostics.all()) found.emplace_back(entry_of(diagnostic.code).name);
        return found;
    }
    [[nodiscard]] std::string shown() const { return render(diagnostics, sources, DiagnosticFormat::plain); }
    [[nodiscard]] std::shared_ptr<const Version> on(const char* date) const {
        return law ? law->consolidate(*Date::parse(date)) : nullptr;
    }
};

/// Compiles `text` below the heading, with the mini pack.
inline InlineLaw compile_inline(const std::string& text, bool with_heading = true) {
    InlineLaw result;
    std::map<std::string, ParsedFolder> packs;
    ParsedFolder mini;
    mini.name = "mini";
    mini.files.push_back(parse(result.sources, result.sources.add("mini.law", mini_pack), result.diagnostics));
    packs.emplace("mini", std::move(mini));
    ParsedFolder folder;
    folder.name = "xx";
    const std::string whole = (with_heading ? inline_heading : "") + text;
    folder.files.push_back(parse(result.sources, result.sources.add("xx.law", whole), result.diagnostics));
    result.law = compile(folder, packs, result.sources, result.diagnostics);
    return result;
}

inline const Norm* find_norm(const Version& version, const std::string& name) {
    const auto found =
        std::find_if(version.norms.begin(), version.norms.end(), [&](const Norm& norm) { return norm.name == name; });
    return found == version.norms.end() ? nullptr : &*found;
}

inline std::size_t count_norms(const Version& version, const std::string& name) {
    return static_cast<std::size_t>(
        std::count_if(version.norms.begin(), version.norms.end(), [&](const Norm& norm) { return norm.name == name; }));
}

/// Reads a folder of `rulesets/` of this checkout.
inline ParsedFolder read_ruleset(const std::string& name, Sources& sources, Diagnostics& diagnostics) {
    namespace fs = std::filesystem;
    const auto text_of = [](const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    };
    const fs::path folder = fs::path(LABOURLEX_SOURCE_DIR) / "rulesets" / name;
    ParsedFolder result;
    result.name = name;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".law") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        result.files.push_back(parse(sources, sources.add(file.string(), text_of(file)), diagnostics));
    }
    if (fs::exists(folder / "data")) {
        for (const auto& entry : fs::directory_iterator(folder / "data")) {
            const std::string key = "data/" + entry.path().filename().string();
            result.data.emplace(key, sources.add(entry.path().string(), text_of(entry.path())));
        }
    }
    return result;
}

}  // namespace labourlex::test
