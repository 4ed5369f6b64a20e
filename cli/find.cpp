// labourlex find: which codes are called something like this.
#include "cli/commands.hpp"

#include "dsl-grammar/letters.hpp"
#include "engine/files/text_file.hpp"
#include "engine/render/found_codes.hpp"

#include <algorithm>

namespace labourlex::cli {

namespace {

constexpr std::size_t most_codes = 8;  // a taxonomy: what fits on a screen

struct Options {
    std::vector<std::string> words;
    std::optional<std::string> law;
    std::string format = "text";
};

/// Names and usual codes stand in the `data` folders: `TAXONOMY-names.csv`, `usual-codes.csv`.
void add_data(Session& session, const std::filesystem::path& folder, find::CodeSearch& search) {
    std::error_code none;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "data", none)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        constexpr std::string_view ending = "-names.csv";
        const std::string name = file.filename().string();
        const bool usual = name == "usual-codes.csv";
        if (!usual && !name.ends_with(ending)) continue;
        const auto source = read_text_file(file, max_data_file_bytes, session.sources, session.diagnostics);
        if (!source) continue;
        if (usual) {
            search.add_usual_codes(session.sources, *source, session.diagnostics);
        } else {
            search.add_names(name.substr(0, name.size() - ending.size()), session.sources, *source,
                             session.diagnostics);
        }
    }
}

int run(Session& session, const Options& options) {
    LawShelf* shelf = session.shelf();
    if (shelf == nullptr) return bad_input;
    RulesetFolder& rulesets = shelf->folder();
    const std::vector<std::string>& jurisdictions = rulesets.jurisdictions(session.diagnostics);
    if (session.diagnostics.has_errors()) return bad_input;
    const std::string law = options.law ? *options.law : jurisdictions.empty() ? "" : jurisdictions.front();
    const auto compiled = rulesets.law(law, options.law ? session.place_of(law) : Span{}, session.diagnostics);
    if (compiled == nullptr) return bad_input;
    find::CodeSearch search(compiled->vocabulary());
    for (const std::string& folder : rulesets.folders()) add_data(session, rulesets.path() / folder, search);
    if (session.diagnostics.has_errors()) return bad_input;
    for (const std::string& word : options.words) {
        for (std::size_t at = 0; at < word.size();) {
            const std::uint32_t length = decode(word, at).length;
            if (length == 0) {
                session.diagnostics.report(Code::L0729, session.place_of(word));
                return bad_input;
            }
            at += length;
        }
    }
    std::string query;
    for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
    const auto found = search.search(query, most_codes);
    session.out = options.format == "json" ? found_codes_json(query, found)
                                           : found_codes_text(query, found, Session::colour_of_output());
    return done;
}

}  // namespace

Action declare_find(OptionSet& command, Session& session) {
    auto options = std::make_shared<Options>();
    command.arguments("WORD", options->words, "What the task, hazard, occupation or branch is called", true);
    command.option("--law", options->law, "JURISDICTION", "Whose vocabulary; the common one when left out");
    command.choice("--format", options->format, {"text", "json"}, "How the list is written");
    return [options, &session] { return run(session, *options); };
}

}  // namespace labourlex::cli
