// labourlex matrix: the table of legal standards of one country or of all that ratified the conventions.
#include "cli/commands.hpp"

#include "engine/analyse/standards.hpp"
#include "engine/files/law_name.hpp"
#include "engine/render/standards_report.hpp"

#include <set>

namespace labourlex::cli {

namespace {

struct Options {
    std::vector<std::string> laws;
    std::string format = "text";
    std::optional<std::string> on;
};

/// Jurisdictions at hand that have ratified a convention of the baseline.
std::vector<std::string> ratifying(const RulesetFolder& rulesets, const std::vector<Ratification>& ratifications) {
    std::set<std::string> countries;
    for (const Ratification& ratification : ratifications) {
        countries.insert(ratification.country);
    }
    std::vector<std::string> result;
    for (const std::string& folder : rulesets.folders()) {
        if (countries.contains(folder)) result.push_back(folder);
    }
    return result;
}

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    const auto baseline = shelf->folder().law("ilo", session.place_of("ilo"), session.diagnostics);
    if (baseline == nullptr) return bad_input;
    const auto laws = options.laws.empty() ? ratifying(shelf->folder(), baseline->ratifications()) : options.laws;
    std::vector<analyse::Standards> countries;
    for (const std::string& written : laws) {
        const Span asked_at = session.place_of(written);
        const auto name = read_law_name(session, written, options.on);
        if (!name) return bad_input;
        const LawAndTexts national = shelf->folder().named_law(*name, asked_at, session.diagnostics);
        if (national.law == nullptr) return bad_input;
        const Date day = day_of(*name, *national.texts, Date::today(), session.sources, asked_at, session.diagnostics);
        const auto version = national.law->consolidate(day);
        const analyse::Obligations obligations =
            analyse::obligations_of(*version, *baseline->consolidate(day), baseline->ratifications());
        const std::string label = written.find('@') == std::string::npos ? written + "@" + day.text() : written;
        auto joined = analyse::join(version, label, obligations.version, "ilo");
        if (!joined.law) {
            session.diagnostics.report(Code::L0760, asked_at, {written, "ilo", joined.refused});
            return bad_input;
        }
        countries.push_back(analyse::standards_of(*joined.law, obligations));
    }
    if (options.format == "json") {
        session.out = json_of(countries);
    } else {
        const Document report = report_of(countries);
        session.out = options.format == "markdown" ? report.as_markdown()
                      : options.format == "html"   ? report.as_html()
                                                   : report.as_text(Session::colour_of_output());
    }
    return done;
}

}  // namespace

Action declare_matrix(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.arguments("LAW", options->laws,
                      "National laws, as in `tj` or `tj@2020-01-01`; all that ratified, when left out", false);
    command.option("--on", options->on, "YYYY-MM-DD", "The day that counts; today when left out");
    command.choice("--format", options->format, {"text", "markdown", "json", "html"}, "How the table is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
