// labourlex consolidate: the law as in force on one day, drafts among it or not.
#include "cli/commands.hpp"

#include "engine/consolidate/consolidated_text.hpp"
#include "engine/render/law_document.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::string law;
    std::optional<std::string> on;
    std::string format = "law";
};

int run(Session& session, const Options& options) {
    const Span asked_at = session.place_of(options.law);
    const auto name = read_law_name(session, options.law, options.on);
    if (!name) return bad_input;
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    const LawAndTexts found = shelf->folder().named_law(*name, asked_at, session.diagnostics);
    if (found.law == nullptr) return bad_input;
    const Date day = day_of(*name, *found.texts, Date::today(), session.sources, asked_at, session.diagnostics);
    if (options.format == "law") {
        const auto text =
            consolidated_text(*found.law, *found.texts, day, session.sources, asked_at, session.diagnostics);
        if (!text) return bad_input;
        session.out = *text;
        return done;
    }
    std::vector<std::string> drafts;
    for (const std::filesystem::path& draft : name->drafts) drafts.push_back(draft.filename().string());
    const Document document = law_document(*found.law, day, drafts);
    if (options.format == "markdown") session.out = document.as_markdown();
    if (options.format == "html") session.out = document.as_html();
    if (options.format == "text") session.out = document.as_text(Session::colour_of_output());
    return done;
}

}  // namespace

Action declare_consolidate(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("LAW", options->law, "Whose law, as in `tj`, with drafts as in `tj+draft.law`, or a folder");
    command.option("--on", options->on, "YYYY-MM-DD",
                   "The day that counts; today when left out, or the day on which all drafts have begun");
    command.choice("--format", options->format, {"law", "markdown", "html", "text"}, "How the law is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
