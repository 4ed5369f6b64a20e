// labourlex conform: where a national law falls short of the conventions that bind the country.
#include "cli/commands.hpp"

#include "engine/analyse/conformity.hpp"
#include "engine/files/law_name.hpp"
#include "engine/render/analysis_report.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::string law;
    std::string against = "ilo";
    std::string format = "text";
    std::optional<std::string> on;
    std::optional<std::string> boxes;
};

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    analyse::ConformityOptions how;
    if (options.boxes) {
        const auto number = read_count(session, *options.boxes);
        if (!number) return bad_input;
        how.most_boxes = *number;
    }
    const Span asked_at = session.place_of(options.law);
    const auto name = read_law_name(session, options.law, options.on);
    if (!name) return bad_input;
    const LawAndTexts national = shelf->folder().named_law(*name, asked_at, session.diagnostics);
    const auto baseline = shelf->folder().law(options.against, session.place_of(options.against), session.diagnostics);
    if (national.law == nullptr || baseline == nullptr) return bad_input;
    const Date day = day_of(*name, *national.texts, Date::today(), session.sources, asked_at, session.diagnostics);
    const auto version = national.law->consolidate(day);
    analyse::Obligations obligations =
        analyse::obligations_of(*version, *baseline->consolidate(day), baseline->ratifications());
    const std::string label = options.law + (options.law.find('@') == std::string::npos ? "@" + day.text() : "");
    auto joined = analyse::join(version, label, obligations.version, options.against);
    if (!joined.law) {
        session.diagnostics.report(Code::L0760, asked_at, {options.law, options.against, joined.refused});
        return bad_input;
    }
    analyse::Conformity conformity;
    if (obligations.conventions.empty()) {
        conformity.national = label;
        conformity.obligations = std::move(obligations);
    } else {
        conformity = analyse::conformity(*joined.law, std::move(obligations), how);
    }
    if (options.format == "json") {
        session.out = json_of(conformity);
    } else {
        const Document report = report_of(conformity);
        session.out = options.format == "markdown" ? report.as_markdown()
                      : options.format == "html"   ? report.as_html()
                                                   : report.as_text(Session::colour_of_output());
    }
    return conformity.complete && conformity.gaps.empty() && !conformity.obligations.conventions.empty()
               ? done
               : found_something;
}

}  // namespace

Action declare_conform(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("LAW", options->law, "The national law, as in `tj`, `tj@2020-01-01` or `tj+draft.law`");
    command.choice("--against", options->against, {"ilo"}, "The baseline: the conventions of the ILO");
    command.option("--on", options->on, "YYYY-MM-DD", "The day that counts; today when left out");
    command.option("--boxes", options->boxes, "NUMBER",
                   "At most so many groups of jobs for each provision; 6 when left out");
    command.choice("--format", options->format, {"text", "markdown", "json", "html"}, "How the report is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
