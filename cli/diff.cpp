// labourlex diff: which jobs change class between two laws: every possible job, exactly; day of change by day of
// change; or stated jobs.
#include "cli/case_files.hpp"
#include "cli/commands.hpp"

#include "engine/analyse/changes_in_time.hpp"
#include "engine/analyse/difference.hpp"
#include "engine/files/job_desk.hpp"
#include "engine/files/law_name.hpp"
#include "engine/render/analysis_report.hpp"
#include "engine/render/replay_report.hpp"

#include <array>

#include <fmt/format.h>

namespace labourlex::cli {

namespace {

struct Options {
    std::string first;
    std::string second;
    std::string format = "text";
    std::optional<std::string> boxes;
    std::vector<std::string> cases;
    bool by_window = false;
};

// What is wrong with the options. {0} first law, {1} second law, as named.
constexpr std::string_view two_laws =
    "--by-window tells when one law changed, and `{0}` and `{1}` are not two days of one law";
constexpr std::string_view no_time_between =
    "--by-window tells when the law changed between two days, and that of `{0}` is not before that of `{1}`";
constexpr std::string_view one_at_a_time = "--by-window and --cases exclude each other: they are two reports";

/// A law by its name, with the day on which it counts; the day is settled only when both names are read.
struct Named {
    LawName name;
    LawAndTexts found;
    Span asked_at;
};

std::optional<Named> read_name(Session& session, const std::string& text) {
    Named named;
    named.asked_at = session.place_of(text);
    const auto name = parse_law_name(text, named.asked_at, session.diagnostics);
    if (!name) return std::nullopt;
    named.name = *name;
    named.found = session.shelf()->folder().named_law(*name, named.asked_at, session.diagnostics);
    if (named.found.law == nullptr) return std::nullopt;
    return named;
}

/// The days on which the two laws count.
std::array<Date, 2> days_of(Session& session, const Named& first, const Named& second) {
    // Where only one name tells a day, or only a draft does, both laws are read on it: what is asked for is the
    // difference that the texts make. One text named once with a day and once without is then and now.
    const auto day = [&](const Named& named) {
        return day_of(named.name, *named.found.texts, Date::today(), session.sources, named.asked_at,
                      session.diagnostics);
    };
    Date first_day = day(first);
    Date second_day = day(second);
    if (first.name.law == second.name.law && first.name.drafts == second.name.drafts) return {first_day, second_day};
    if (!first.name.on && second.name.on) first_day = second_day;
    if (!second.name.on && first.name.on) second_day = first_day;
    if (!first.name.on && !second.name.on) first_day = second_day = std::max(first_day, second_day);
    return {first_day, second_day};
}

std::string written(const Document& report, const std::string& format) {
    return format == "markdown" ? report.as_markdown()
           : format == "html"   ? report.as_html()
                                : report.as_text(Session::colour_of_output());
}

int not_understood(Session& session, const Options& options, std::string_view problem) {
    session.diagnostics.report(Code::L0720, session.place_of(options.by_window ? "--by-window" : "--cases"),
                               {fmt::format(fmt::runtime(problem), options.first, options.second), "labourlex diff"});
    return bad_input;
}

/// Two days of one law, the first before the second.
int when_it_changed(Session& session, const Options& options, const Named& first, const Named& second,
                    const std::array<Date, 2>& days, analyse::DifferenceOptions how) {
    if (first.name.law != second.name.law || first.name.drafts != second.name.drafts) {
        return not_understood(session, options, two_laws);
    }
    if (days[1] <= days[0]) return not_understood(session, options, no_time_between);
    if (!options.boxes) how.most_boxes = 1;  // the report tells the first
    const std::string name = options.first.substr(0, options.first.rfind('@'));
    const auto changes = analyse::changes_in_time(*first.found.law, name, days[0], days[1], how);
    session.out = options.format == "json" ? json_of(changes) : written(report_of(changes), options.format);
    return analyse::proved_unchanged(changes) ? done : found_something;
}

/// The jobs of files under both laws.
int replay(Session& session, const Options& options, const std::array<std::shared_ptr<const Version>, 2>& versions,
           const std::array<std::string, 2>& labels, std::size_t most) {
    LawShelf& shelf = *session.shelf();
    const auto files = files_meant(session, shelf.folder(), options.cases);
    if (!files) return bad_input;
    const std::vector<NamedJob> jobs = read_jobs(session, *files);
    if (session.diagnostics.has_errors()) return bad_input;
    std::array<std::shared_ptr<const CompiledTables>, 2> tables;
    for (std::size_t side = 0; side < 2; ++side) {
        tables[side] = std::make_shared<const CompiledTables>(lower(versions[side]));
    }
    Replay result(labels[0], labels[1], versions[0]->classes);
    for (const NamedJob& one : jobs) {
        const auto& country = one.job.heading.country;
        if (country && *country != versions[0]->jurisdiction && *country != versions[1]->jurisdiction) {
            result.skip(*country);
            continue;
        }
        std::array<Diagnostics, 2> found;
        std::array<std::optional<Verdict>, 2> verdicts;
        for (std::size_t side = 0; side < 2; ++side) {
            const auto placed = place_job(shelf, tables[side], one.job, *versions[1 - side]->vocabulary, found[side]);
            if (placed) verdicts[side] = judge(*placed, one.job.place, false, found[side]);
        }
        if (verdicts[0] && verdicts[1]) {
            result.add(one.name, one.where, one.job.heading.text, {*verdicts[0], *verdicts[1]});
        } else if (!verdicts[0] && !verdicts[1]) {
            session.diagnostics.append(found[0]);  // a job that neither law can take is a mistake in the job
        } else {
            const std::size_t side = verdicts[0] ? 1 : 0;
            result.refuse({one.name, one.where, side, found[side].all().front().message()});
        }
    }
    if (session.diagnostics.has_errors()) return bad_input;
    session.out = options.format == "json" ? json_of(result) : written(report_of(result, most), options.format);
    return result.changed() == 0 ? done : found_something;
}

int run(Session& session, const Options& options) {
    if (session.shelf() == nullptr) return bad_input;
    analyse::DifferenceOptions how;
    if (options.boxes) {
        const auto number = read_count(session, *options.boxes);
        if (!number) return bad_input;
        how.most_boxes = *number;
    }
    if (options.by_window && !options.cases.empty()) return not_understood(session, options, one_at_a_time);
    std::optional<Named> first = read_name(session, options.first);
    std::optional<Named> second = read_name(session, options.second);
    if (!first || !second) return bad_input;
    const std::array<Date, 2> days = days_of(session, *first, *second);
    if (options.by_window) return when_it_changed(session, options, *first, *second, days, how);

    const auto label = [](const std::string& text, const LawName& name, Date on) {
        return name.on ? text : text + "@" + on.text();
    };
    const std::array<std::string, 2> labels = {label(options.first, first->name, days[0]),
                                               label(options.second, second->name, days[1])};
    const std::array<std::shared_ptr<const Version>, 2> versions = {first->found.law->consolidate(days[0]),
                                                                    second->found.law->consolidate(days[1])};
    auto joined = analyse::join(versions[0], labels[0], versions[1], labels[1]);
    if (!joined.law) {
        session.diagnostics.report(Code::L0760, second->asked_at, {options.first, options.second, joined.refused});
        return bad_input;
    }
    if (!options.cases.empty()) return replay(session, options, versions, labels, how.most_boxes);
    const analyse::Difference difference = analyse::difference(*joined.law, how);
    session.out = options.format == "json" ? json_of(difference) : written(report_of(difference), options.format);
    return difference.complete && difference.regions.empty() && difference.seasons.empty() ? done : found_something;
}

}  // namespace

Action declare_diff(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("A", options->first, "A law, as in `tj`, `tj@2013-01-01`, `tj+draft.law`, or a folder");
    command.argument("B", options->second, "The law that it is compared with");
    command.option("--boxes", options->boxes, "NUMBER",
                   "At most so many groups of jobs, or with --cases jobs, for each change; 12 when left out");
    command.paths(
        "--cases", options->cases,
        "Case files, job files, folders of case files or a jurisdiction: the report tells which of these jobs "
        "change class");
    command.flag("--by-window", options->by_window,
                 "Two days of one law: the report tells on which days between them it changed, and what each brought");
    command.choice("--format", options->format, {"text", "markdown", "json", "html"}, "How the report is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
