// labourlex facts: what a job may state, under one law or under any.
#include "cli/commands.hpp"

#include "engine/render/fact_list.hpp"

namespace labourlex::cli {

namespace {

struct Options {
    std::optional<std::string> jurisdiction;
    std::string format = "text";
};

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    const std::vector<std::string> names = options.jurisdiction ? std::vector{*options.jurisdiction}
                                                                : shelf->folder().jurisdictions(session.diagnostics);
    FactList facts;
    for (const std::string& name : names) {
        const auto law = shelf->folder().law(name, session.place_of(name), session.diagnostics);
        if (law == nullptr) return bad_input;
        facts.add(name, law->vocabulary());
    }
    session.out = options.format == "json" ? facts.json() : facts.text(Session::colour_of_output());
    return done;
}

}  // namespace

Action declare_facts(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("JURISDICTION", options->jurisdiction, "Whose law, as in `tj`; all when left out");
    command.choice("--format", options->format, {"text", "json"}, "How the list is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
