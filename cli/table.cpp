// labourlex table: the decision tables that the law of a day compiles to, to be read beside the law.
#include "cli/commands.hpp"

#include "engine/exchange/exchange.hpp"
#include "engine/tables/render.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::string jurisdiction;
    std::optional<std::string> on;
    std::string format = "text";
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
    const auto tables =
        shelf->tables(options.jurisdiction, day, session.place_of(options.jurisdiction), session.diagnostics);
    if (tables == nullptr) return bad_input;
    if (const auto format = exchange_format(options.format)) {
        auto text = export_tables(*tables, *format, session.place_of(options.jurisdiction), session.diagnostics);
        if (!text) return bad_input;
        session.out = std::move(*text);
        return done;
    }
    const auto format = table_format(options.format);
    if (!format) return bad_input;
    session.out = render_tables(*tables, *format);
    return done;
}

}  // namespace

Action declare_table(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("JURISDICTION", options->jurisdiction, "Whose law, as in `tj`");
    command.option("--on", options->on, "YYYY-MM-DD", "The day that counts; today when left out");
    command.choice("--format", options->format, {"text", "markdown", "html", "csv", "json", "dmn", "zen"},
                   "How the tables are written; `dmn` and `zen` are for other engines");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
