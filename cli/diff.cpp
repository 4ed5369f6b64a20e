// labourlex diff: which jobs change class between two laws, exactly.
#include "cli/commands.hpp"

#include "engine/analyse/difference.hpp"
#include "engine/files/law_name.hpp"
#include "engine/render/analysis_report.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::string first;
    std::string second;
    std::string format = "text";
    std::optional<std::string> boxes;
};

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

int run(Session& session, const Options& options) {
    if (session.shelf() == nullptr) return bad_input;
    analyse::DifferenceOptions how;
    if (options.boxes) {
        const auto number = read_count(session, *options.boxes);
        if (!number) return bad_input;
        how.most_boxes = *number;
    }
    std::optional<Named> first = read_name(session, options.first);
    std::optional<Named> second = read_name(session, options.second);
    if (!first || !second) return bad_input;
    // Where only one name tells a day, or only a draft does, both laws are read on it: what is asked for is the
    // difference that the texts make.
    const auto day = [&](const Named& named) {
        return day_of(named.name, *named.found.texts, Date::today(), session.sources, named.asked_at,
                      session.diagnostics);
    };
    Date first_day = day(*first);
    Date second_day = day(*second);
    if (!first->name.on && second->name.on) first_day = second_day;
    if (!second->name.on && first->name.on) second_day = first_day;
    if (!first->name.on && !second->name.on) first_day = second_day = std::max(first_day, second_day);

    const auto label = [](const std::string& text, const LawName& name, Date on) {
        return name.on ? text : text + "@" + on.text();
    };
    auto joined =
        analyse::join(first->found.law->consolidate(first_day), label(options.first, first->name, first_day),
                      second->found.law->consolidate(second_day), label(options.second, second->name, second_day));
    if (!joined.law) {
        session.diagnostics.report(Code::L0760, second->asked_at, {options.first, options.second, joined.refused});
        return bad_input;
    }
    const analyse::Difference difference = analyse::difference(*joined.law, how);
    if (options.format == "json") {
        session.out = json_of(difference);
    } else {
        const Document report = report_of(difference);
        session.out = options.format == "markdown" ? report.as_markdown()
                      : options.format == "html"   ? report.as_html()
                                                   : report.as_text(Session::colour_of_output());
    }
    return difference.complete && difference.regions.empty() ? done : found_something;
}

}  // namespace

Action declare_diff(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("A", options->first, "A law, as in `tj`, `tj@2013-01-01`, `tj+draft.law`, or a folder");
    command.argument("B", options->second, "The law that it is compared with");
    command.option("--boxes", options->boxes, "NUMBER",
                   "At most so many groups of jobs for each change; 12 when left out");
    command.choice("--format", options->format, {"text", "markdown", "json", "html"}, "How the report is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
