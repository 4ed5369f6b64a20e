// labourlex table: the decision tables that the law of a day compiles to, to be read beside the law.
#include "cli/commands.hpp"

#include "engine/tables/render.hpp"

#include <CLI/CLI.hpp>

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
    const auto format = table_format(options.format);
    if (tables == nullptr || !format) return bad_input;
    session.out = render_tables(*tables, *format);
    return done;
}

}  // namespace

Action declare_table(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    app.add_option("JURISDICTION", options->jurisdiction, "Whose law, as in `tj`")->required();
    app.add_option("--on", options->on, "The day that counts; today when left out")->option_text("YYYY-MM-DD");
    add_choice(app, session, "--format", options->format, {"text", "markdown", "html", "csv", "json"},
               "How the tables are written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
