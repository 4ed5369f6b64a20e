// labourlex laws: what is encoded, from when to when, how well it is known and how much was not read.
#include "cli/commands.hpp"

#include "engine/render/law_list.hpp"

namespace labourlex::cli {

namespace {

int run(Session& session, const std::string& format) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    std::vector<std::shared_ptr<const CompiledLaw>> laws;
    for (const std::string& name : shelf->folder().jurisdictions(session.diagnostics)) {
        auto law = shelf->folder().law(name, session.place_of(""), session.diagnostics);
        if (law == nullptr) return bad_input;
        laws.push_back(std::move(law));
    }
    const Date today = Date::today();
    session.out = format == "json" ? laws_json(laws, today) : laws_text(laws, today, Session::colour_of_output());
    return done;
}

}  // namespace

Action declare_laws(OptionSet& command, Session& session) {
    auto format = std::make_shared<std::string>("text");
    command.choice("--format", *format, {"text", "json"}, "How the list is written");
    return [format, &session] { return run(session, *format); };
}

}  // namespace labourlex::cli
