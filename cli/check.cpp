// labourlex check: compiles rulesets and lists what is wrong or doubtful in them.
//
// What keeps a text from compiling goes to standard error, like every message about bad input; what was found in a text
// that compiles is the result and goes to standard output. The machine-readable formats put both into the result, so
// that an editor has one list to read.
#include "cli/case_files.hpp"
#include "cli/commands.hpp"

#include "engine/analyse/findings.hpp"
#include "engine/cases/exercise.hpp"
#include "engine/render/words.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace labourlex::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> paths;
    std::string format = "text";
    bool compile_only = false;
    std::optional<std::string> on;
    bool every_day = false;
    std::optional<std::string> deny;
    bool cases = false;
};

bool holds_laws(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".law") return true;
    }
    return false;
}

/// The ruleset folders that a path means: itself, the folder of a `.law` file, or all those inside it. A bare name that
/// is no path is a jurisdiction.
std::vector<fs::path> folders_meant(const std::string& path, const RulesetFolder& rulesets) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return {fs::absolute(path, error).lexically_normal().parent_path()};
    if (fs::is_directory(path, error)) {
        fs::path folder = fs::absolute(path, error).lexically_normal();
        if (!folder.has_filename()) folder = folder.parent_path();
        if (holds_laws(folder)) return {folder};
        std::vector<fs::path> inside;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            if (at->is_directory(error) && holds_laws(at->path())) inside.push_back(at->path());
        }
        std::sort(inside.begin(), inside.end());
        return inside;
    }
    const auto& names = rulesets.folders();
    if (std::binary_search(names.begin(), names.end(), path)) return {rulesets.path() / path};
    return {};
}

/// What was looked at, for the line that says that nothing was found.
struct Checked {
    std::size_t files = 0;
    std::size_t norms = 0;
    std::size_t days = 0;
};

/// Norms that no case of the folder makes apply. Parts that are not norms (cells, rows, unread parts) are for `test
/// --coverage` to list.
void find_without_case(Session& session, const fs::path& folder, const CompiledLaw& law, Diagnostics& found) {
    Exercises exercises;
    for (const Case& one : read_case_files(session, case_files_in(folder))) {
        const auto placed = place_job(*session.shelf(), job_of(one), {}, session.diagnostics);
        if (!placed) continue;
        if (!exercises.add(placed->tables, placed->job, one.heading.id)) {
            session.diagnostics.report(Code::L0728, one.span, {one.heading.id});
        }
    }
    for (const UsedPart& used : exercises.coverage_of(law).parts) {
        const PartKind kind = used.part.place.kind;
        const bool norm = kind == PartKind::rule || kind == PartKind::item || kind == PartKind::exception ||
                          kind == PartKind::exemption || kind == PartKind::permission ||
                          kind == PartKind::requirement || kind == PartKind::duty;
        if (norm && !used.use.exercised) found.report(Code::L0630, used.part.place.span, {used.part.name});
    }
}

/// Compiles one folder and analyses it. A pack is only parsed: it compiles as part of the laws that use it.
bool check_folder(Session& session, const fs::path& folder, const std::optional<analyse::CheckOptions>& how,
                  bool with_cases, Diagnostics& found, Checked& checked) {
    RulesetFolder& rulesets = session.shelf()->folder();
    Diagnostics of_reading;
    const auto jurisdiction = rulesets.declares_jurisdiction(folder, of_reading);
    checked.files += rulesets.files_in(folder);
    if (jurisdiction && !*jurisdiction) {
        found.append(of_reading);
        return true;
    }
    const auto law = rulesets.law_of_folder(folder, found);
    if (law == nullptr) return false;
    checked.norms += law->norm_names().size();
    checked.days += law->change_dates().size();
    if (how) analyse::find_by_analysis(*law, session.sources, *how, found);
    if (with_cases) find_without_case(session, folder, *law, found);
    return true;
}

/// What `--deny` makes errors of.
struct Denied {
    bool all = false;
    std::vector<Code> codes;
};

/// Reads the codes after `--deny`. Nothing, with a diagnostic, when one is no code of a finding.
std::optional<Denied> read_denied(Session& session, const std::string& text) {
    Denied denied;
    std::stringstream words(text);
    for (std::string word; std::getline(words, word, ',');) {
        if (word == "all") {
            denied.all = true;
            continue;
        }
        const auto& table = code_table();
        const auto found = std::find_if(table.begin(), table.end(), [&](const CodeEntry& entry) {
            return entry.name == word && word.starts_with("L06");
        });
        if (found == table.end()) {
            session.diagnostics.report(Code::L0763, session.place_of(text), {word});
            return std::nullopt;
        }
        denied.codes.push_back(found->code);
    }
    return denied;
}

/// The findings with those denied as errors. Notes tell what is, and are errors only when they are named.
Diagnostics with_denied(const Diagnostics& found, const Denied& denied) {
    Diagnostics result;
    for (const Diagnostic& finding : found.all()) {
        Diagnostic& kept = result.report(finding.code, finding.span);
        kept = finding;
        const bool named = std::find(denied.codes.begin(), denied.codes.end(), finding.code) != denied.codes.end();
        if (named || (denied.all && finding.severity == Severity::warning)) kept.severity = Severity::error;
    }
    return result;
}

/// The last line for people: what was looked at, and how much was found.
std::string summary(const Diagnostics& found, const Checked& checked) {
    const auto count = [&](Severity severity) {
        return std::to_string(std::count_if(found.all().begin(), found.all().end(),
                                            [&](const Diagnostic& finding) { return finding.severity == severity; }));
    };
    const std::string files = std::to_string(checked.files);
    const std::string norms = std::to_string(checked.norms);
    const std::string days = std::to_string(checked.days);
    if (found.empty()) return fill(english().check_clean, {files, norms, days}) + "\n";
    return "\n" +
           fill(english().check_found,
                {files, norms, days, count(Severity::error), count(Severity::warning), count(Severity::note)}) +
           "\n";
}

DiagnosticFormat format_named(const std::string& name) {
    if (name == "json") return DiagnosticFormat::json;
    if (name == "sarif") return DiagnosticFormat::sarif;
    return name == "plain" ? DiagnosticFormat::plain : DiagnosticFormat::text;
}

/// What was not analysed is said before anything that was found (semantics 10).
Diagnostics unfinished_first(const Diagnostics& found) {
    Diagnostics result;
    for (const bool unfinished : {true, false}) {
        for (const Diagnostic& one : found.all()) {
            if ((one.code == Code::L0633) == unfinished) {
                Diagnostic& put = result.report(one.code, one.span, one.words);
                put = one;
            }
        }
    }
    return result;
}

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    RulesetFolder& rulesets = shelf->folder();

    std::vector<fs::path> folders;
    for (const std::string& path : options.paths) {
        const auto meant = folders_meant(path, rulesets);
        if (meant.empty()) {
            session.diagnostics.report(Code::L0713, session.place_of(path), {path});
            return bad_input;
        }
        folders.insert(folders.end(), meant.begin(), meant.end());
    }
    if (options.paths.empty()) {
        for (const std::string& name : rulesets.folders()) folders.push_back(rulesets.path() / name);
    }

    std::optional<analyse::CheckOptions> how;
    if (!options.compile_only) {
        how.emplace();
        how->every_day = options.every_day;
        if (options.on) {
            how->on = read_day(session, *options.on);
            if (!how->on) return bad_input;
        }
    }
    Denied denied;
    if (options.deny) {
        const auto read = read_denied(session, *options.deny);
        if (!read) return bad_input;
        denied = *read;
    }
    Diagnostics found;
    Checked checked;
    bool compiles = true;
    for (const fs::path& folder : folders)
        compiles = check_folder(session, folder, how, options.cases, found, checked) && compiles;
    if (compiles) found = with_denied(found, denied);
    if (session.diagnostics.has_errors()) return bad_input;
    found.sort();
    found = unfinished_first(found);
    if (!compiles) session.diagnostics.append(found);
    const bool for_machines = options.format == "json" || options.format == "sarif";
    if (compiles || for_machines) {
        const bool colour = options.format == "text" && Session::colour_of_output();
        if (!found.empty() || for_machines) {
            session.out = render(found, session.sources, format_named(options.format), colour);
        }
        if (options.format == "text") session.out += summary(found, checked);
    }
    if (!compiles) return bad_input;
    return found.has_errors() ? found_something : done;
}

}  // namespace

Action declare_check(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.arguments("PATH", options->paths,
                      "Ruleset folders, `.law` files or jurisdictions; all rulesets when left out", false);
    command.flag("--compile-only", options->compile_only,
                 "Leaves out the analyses of every possible job: for an editor that checks at each keystroke");
    command.option("--on", options->on, "YYYY-MM-DD",
                   "Analyses the law of one day; each text in the last version that holds it when left out");
    command.flag("--every-day", options->every_day, "Analyses every text on every day on which the law changes");
    command.flag("--cases", options->cases, "Adds the norms that no judged case of the ruleset makes apply");
    command.option("--deny", options->deny, "CODES",
                   "Findings that are errors, as in `L0620,L0624`; `all` for every warning");
    command.choice("--format", options->format, {"text", "plain", "json", "sarif"}, "How the findings are written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
