// labourlex doc: the page of one jurisdiction, made from its ruleset so that it cannot say anything else.
#include "cli/commands.hpp"

#include "engine/files/country_records.hpp"
#include "engine/render/country_page.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::string jurisdiction;
    std::optional<std::string> on;
    std::string format = "markdown";
};

int run(Session& session, const Options& options) {
    Date day = Date::today();
    if (options.on) {
        const auto read = read_day(session, *options.on);
        if (!read) return bad_input;
        day = *read;
    }
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    RulesetFolder& folder = shelf->folder();
    const auto law = folder.law(options.jurisdiction, session.place_of(options.jurisdiction), session.diagnostics);
    if (law == nullptr) return bad_input;
    const auto records = read_country_records(folder, options.jurisdiction, *law, session.sources, session.diagnostics);
    if (!records) return bad_input;
    session.out = country_page(*law, day, *records);
    return done;
}

}  // namespace

Action declare_doc(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("JURISDICTION", options->jurisdiction, "Whose law, as in `tj`");
    command.option("--on", options->on, "YYYY-MM-DD", "The day whose law counts as in force; today when left out");
    command.choice("--format", options->format, {"markdown"}, "How the page is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
