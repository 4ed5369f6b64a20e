// labourlex facts: what a job may state, under one law or under any.
#include "cli/commands.hpp"

#include "engine/render/code_list.hpp"
#include "engine/render/fact_list.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace labourlex::cli {

namespace {

struct Options {
    std::optional<std::string> jurisdiction;
    std::optional<std::string> codes;
    std::string format = "text";
};

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    const std::vector<std::string> names = options.jurisdiction ? std::vector{*options.jurisdiction}
                                                                : shelf->folder().jurisdictions(session.diagnostics);
    FactList facts;
    CodeList codes;
    bool coded = false;
    std::vector<std::string> with_codes;
    for (const std::string& name : names) {
        const auto law = shelf->folder().law(name, session.place_of(name), session.diagnostics);
        if (law == nullptr) return bad_input;
        facts.add(name, law->vocabulary());
        if (!options.codes) continue;
        coded = codes.add(*options.codes, law->vocabulary()) || coded;
        for (std::string& fact : facts_with_codes(law->vocabulary())) {
            if (std::find(with_codes.begin(), with_codes.end(), fact) == with_codes.end()) {
                with_codes.push_back(std::move(fact));
            }
        }
    }
    if (options.codes) {
        if (!coded) {
            session.diagnostics.report(Code::L0727, session.place_of(*options.codes),
                                       {*options.codes, fmt::format("{}", fmt::join(with_codes, ", "))});
            return bad_input;
        }
        session.out = options.format == "json" ? codes.json() : codes.text(Session::colour_of_output());
        return done;
    }
    session.out = options.format == "json" ? facts.json() : facts.text(Session::colour_of_output());
    return done;
}

}  // namespace

Action declare_facts(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.argument("JURISDICTION", options->jurisdiction, "Whose law, as in `tj`; all when left out");
    command.option("--codes", options->codes, "FACT", "Lists the codes that this fact takes instead, as in `tasks`");
    command.choice("--format", options->format, {"text", "json"}, "How the list is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
