#include "engine/files/ruleset_folder.hpp"

#include "dsl-grammar/parser.hpp"
#include "engine/files/text_file.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace labourlex {

namespace fs = std::filesystem;

namespace {

/// The regular files of a folder with an extension, sorted by name.
std::vector<fs::path> files_of(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (at->path().extension() != extension || name.starts_with('.')) continue;
        std::error_code ignored;
        if (!at->is_directory(ignored)) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> folders_with_laws(const fs::path& path) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->is_directory(ignored) && !files_of(at->path(), ".law").empty()) {
            names.push_back(at->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Calls `visit` for every clause of a statement and of the statements inside it that names a data file.
template <typename Visit>
void for_each_data_file(const syntax::Statement& statement, const Visit& visit) {
    for (const syntax::Clause& clause : statement.clauses) {
        if (clause.kind == syntax::ClauseKind::exhaustive_from && !clause.texts.empty()) visit(clause.texts.front());
    }
    for (const syntax::Statement& inner : statement.body) for_each_data_file(inner, visit);
}

bool stays_inside(const fs::path& relative) {
    if (relative.is_absolute() || relative.empty()) return false;
    return std::none_of(relative.begin(), relative.end(), [](const fs::path& part) { return part == ".."; });
}

bool declares(const ParsedFolder& folder, syntax::StatementKind kind) {
    for (const syntax::File& file : folder.files) {
        for (const syntax::Statement& statement : file.statements) {
            if (statement.kind == kind) return true;
        }
    }
    return false;
}

/// Whether every error is one of bytes or of how a statement is written: the files are there, and say where they are
/// not whole.
bool only_writing_is_wrong(const Diagnostics& diagnostics) {
    return std::all_of(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& diagnostic) {
        const std::string_view code = entry_of(diagnostic.code).name;
        return diagnostic.severity != Severity::error || code.starts_with("L00") || code.starts_with("L01");
    });
}

/// The folders that a statement brings in: packs, or the law that a jurisdiction lies within.
std::vector<syntax::Word> folders_named(const syntax::Statement& statement) {
    if (statement.kind == syntax::StatementKind::use) return statement.words;
    for (const syntax::Clause& clause : statement.clauses) {
        if (clause.kind == syntax::ClauseKind::within_law) return clause.words;
    }
    return {};
}

void add_fact_names(const syntax::Statement& statement, std::set<std::string>& names) {
    const bool named = statement.kind == syntax::StatementKind::fact ||
                       statement.kind == syntax::StatementKind::question ||
                       statement.kind == syntax::StatementKind::parameter;
    if (named) names.insert(statement.name.text);
    for (const syntax::Statement& inner : statement.body) add_fact_names(inner, names);
}

}  // namespace

std::optional<fs::path> find_rulesets(const std::optional<std::string>& given, Span asked_at,
                                      Diagnostics& diagnostics) {
    std::vector<std::string> looked;
    const auto try_folder = [&](const fs::path& folder) {
        looked.push_back(folder.string());
        std::error_code error;
        return fs::is_directory(folder, error);
    };
    const auto from_environment = [] {
        const char* value = std::getenv("LABOURLEX_RULESETS");  // NOLINT(concurrency-mt-unsafe)
        return value != nullptr ? std::string(value) : std::string();
    };

    std::vector<fs::path> candidates;
    if (given) {
        candidates.emplace_back(*given);
    } else if (const std::string named = from_environment(); !named.empty()) {
        candidates.emplace_back(named);
    } else {
        std::error_code error;
        const fs::path program = fs::read_symlink("/proc/self/exe", error);
        if (!error) {
            const fs::path folder = program.parent_path();
            candidates.push_back(folder / "rulesets");
            candidates.push_back(folder.parent_path().parent_path() / "rulesets");  // build/release/labourlex
            candidates.push_back(folder.parent_path() / "share" / "labourlex" / "rulesets");
        }
        candidates.emplace_back(LABOURLEX_INSTALLED_RULESETS);
    }
    for (const fs::path& candidate : candidates) {
        if (try_folder(candidate)) return candidate;
    }
    diagnostics.report(Code::L0710, asked_at, {fmt::format("`{}`", fmt::join(looked, "`, `"))});
    return std::nullopt;
}

RulesetFolder::RulesetFolder(fs::path path, Sources& sources)
    : path_(std::move(path)), sources_(sources), folders_(folders_with_laws(path_)) {}

void RulesetFolder::read_data(ParsedFolder& parsed, const fs::path& folder, std::size_t from,
                              Diagnostics& diagnostics) {
    const auto read_one = [&](const syntax::Text& named) {
        if (parsed.data.contains(named.text)) return;
        if (!stays_inside(named.text)) {
            diagnostics.report(Code::L0704, named.span, {named.text});
            return;
        }
        const auto source = read_text_file(folder / named.text, max_data_file_bytes, sources_, diagnostics, named.span);
        if (source) parsed.data.emplace(named.text, *source);
    };
    for (std::size_t file = from; file < parsed.files.size(); ++file) {
        for (const syntax::Statement& statement : parsed.files[file].statements)
            for_each_data_file(statement, read_one);
    }
}

const RulesetFolder::Reading& RulesetFolder::read(const fs::path& folder) {
    const auto found = readings_.find(folder);
    if (found != readings_.end()) return found->second;

    Reading& reading = readings_[folder];
    reading.folder.name = folder.filename().string();
    for (const fs::path& path : files_of(folder, ".law")) {
        const auto source = read_text_file(path, max_law_file_bytes, sources_, reading.diagnostics);
        if (source) reading.folder.files.push_back(parse(sources_, *source, reading.diagnostics));
    }
    read_data(reading.folder, folder, 0, reading.diagnostics);
    return reading;
}

bool RulesetFolder::collect_packs(const Reading& reading, const fs::path& folder,
                                  std::map<std::string, ParsedFolder>& packs, std::vector<std::string>& open,
                                  Diagnostics& diagnostics) {
    bool complete = true;
    open.push_back(reading.folder.name);
    for (const syntax::File& file : reading.folder.files) {
        for (const syntax::Statement& statement : file.statements) {
            for (const syntax::Word& pack : folders_named(statement)) {
                if (std::find(open.begin(), open.end(), pack.text) != open.end()) {
                    diagnostics.report(Code::L0715, pack.span, {pack.text, reading.folder.name});
                    complete = false;
                    continue;
                }
                if (packs.contains(pack.text)) continue;
                const fs::path beside = folder.parent_path() / pack.text;
                const fs::path among = path_ / pack.text;
                const bool here = !files_of(beside, ".law").empty();
                if (!here && !std::binary_search(folders_.begin(), folders_.end(), pack.text)) {
                    diagnostics.report(Code::L0712, pack.span,
                                       {pack.text, fmt::format("{}", fmt::join(folders_, ", "))});
                    complete = false;
                    continue;
                }
                const fs::path& chosen = here ? beside : among;
                const Reading& used = read(chosen);
                diagnostics.append(used.diagnostics);
                packs.emplace(pack.text, used.folder);
                complete = !used.diagnostics.has_errors() && complete;
                complete = collect_packs(used, chosen, packs, open, diagnostics) && complete;
            }
        }
    }
    open.pop_back();
    return complete;
}

std::optional<fs::path> RulesetFolder::folder_of(const std::string& jurisdiction, Span asked_at,
                                                 Diagnostics& diagnostics) {
    const bool stands_here = std::binary_search(folders_.begin(), folders_.end(), jurisdiction);
    const auto is_pack = [&] {
        const Reading& reading = read(path_ / jurisdiction);
        return !reading.diagnostics.has_errors() && !declares(reading.folder, syntax::StatementKind::jurisdiction);
    };
    if (!stands_here || is_pack()) {
        Diagnostics ignored;
        const std::vector<std::string>& known = jurisdictions(ignored);
        diagnostics.report(Code::L0711, asked_at, {jurisdiction, fmt::format("{}", fmt::join(known, ", "))});
        return std::nullopt;
    }
    return path_ / jurisdiction;
}

std::shared_ptr<const CompiledLaw> RulesetFolder::law(const std::string& jurisdiction, Span asked_at,
                                                      Diagnostics& diagnostics) {
    const auto folder = folder_of(jurisdiction, asked_at, diagnostics);
    return folder ? law_of_folder(*folder, diagnostics) : nullptr;
}

std::shared_ptr<const CompiledLaw> RulesetFolder::law_with_drafts(const std::string& jurisdiction,
                                                                  const std::vector<fs::path>& drafts, Span asked_at,
                                                                  Diagnostics& diagnostics) {
    const auto folder = folder_of(jurisdiction, asked_at, diagnostics);
    return folder ? with_texts(*folder, drafts, asked_at, diagnostics).law : nullptr;
}

LawAndTexts RulesetFolder::named_law(const LawName& name, Span asked_at, Diagnostics& diagnostics) {
    const auto folder = name.folder ? fs::path(name.law) : folder_of(name.law, asked_at, diagnostics);
    return folder ? with_texts(*folder, name.drafts, asked_at, diagnostics) : LawAndTexts{};
}

std::shared_ptr<const CompiledLaw> RulesetFolder::law_of_folder(const fs::path& folder, Diagnostics& diagnostics) {
    const auto found = laws_.find(folder);
    if (found != laws_.end() && found->second != nullptr) return found->second;

    const Reading& reading = read(folder);
    Diagnostics found_here;
    found_here.append(reading.diagnostics);
    if (reading.folder.files.empty() && !reading.diagnostics.has_errors()) {
        diagnostics.append(found_here);
        diagnostics.report(Code::L0713, Span{sources_.add(folder.string(), ""), 0, 0}, {folder.string()});
        return nullptr;
    }
    std::map<std::string, ParsedFolder> packs;
    std::vector<std::string> open;
    const bool complete = collect_packs(reading, folder, packs, open, found_here);
    const bool sound = complete && !reading.diagnostics.has_errors();
    std::shared_ptr<const CompiledLaw> compiled;
    // Mistakes in the meaning of what could be read are told in the same run as those of writing.
    if (sound || (only_writing_is_wrong(found_here) && declares(reading.folder, syntax::StatementKind::jurisdiction))) {
        compiled = compile(reading.folder, packs, sources_, found_here);
    }
    diagnostics.append(found_here);
    if (!sound) return nullptr;
    laws_[folder] = compiled;
    return compiled;
}

LawAndTexts RulesetFolder::with_texts(const fs::path& folder, const std::vector<fs::path>& drafts, Span asked_at,
                                      Diagnostics& diagnostics) {
    std::vector<fs::path> key{folder};
    key.insert(key.end(), drafts.begin(), drafts.end());
    if (const auto found = with_texts_.find(key); found != with_texts_.end()) return found->second;

    // The law in force first: what is wrong with it is no fault of the draft.
    LawAndTexts result;
    result.law = law_of_folder(folder, diagnostics);
    if (result.law == nullptr) return {};
    auto texts = std::make_shared<LawTexts>();
    texts->own = read(folder).folder;
    Diagnostics found_here;
    const std::size_t own_files = texts->own.files.size();
    for (const fs::path& draft : drafts) {
        std::error_code error;
        const fs::path there = fs::weakly_canonical(draft, error);
        const auto standing = files_of(folder, ".law");
        const bool stands_here = std::any_of(standing.begin(), standing.end(), [&](const fs::path& file) {
            std::error_code ignored;
            return fs::equivalent(file, there, ignored);
        });
        if (stands_here) {
            found_here.report(Code::L0754, asked_at, {draft.string(), texts->own.name});
            continue;
        }
        const auto source = read_text_file(draft, max_law_file_bytes, sources_, found_here, asked_at);
        if (!source) continue;
        texts->drafts.push_back(*source);
        texts->own.files.push_back(parse(sources_, *source, found_here));
    }
    read_data(texts->own, folder, own_files, found_here);
    std::vector<std::string> open;
    Reading whole;
    whole.folder = texts->own;
    const bool complete = collect_packs(whole, folder, texts->packs, open, found_here);
    if (!drafts.empty()) {
        result.law = nullptr;
        if (complete && !found_here.has_errors()) {
            result.law = compile(texts->own, texts->packs, sources_, found_here);
        }
        // What was found in the law in force has been told.
        for (const Diagnostic& diagnostic : found_here.all()) {
            const bool of_draft =
                diagnostic.severity == Severity::error ||
                std::find(texts->drafts.begin(), texts->drafts.end(), diagnostic.span.source) != texts->drafts.end();
            if (!of_draft) continue;
            Diagnostics one;
            Diagnostic& told = one.report(diagnostic.code, diagnostic.span, diagnostic.words);
            told = diagnostic;
            diagnostics.append(one);
        }
        if (result.law == nullptr) return {};
    }
    result.texts = std::move(texts);
    with_texts_.emplace(std::move(key), result);
    return result;
}

std::optional<bool> RulesetFolder::declares_jurisdiction(const fs::path& folder, Diagnostics& diagnostics) {
    const Reading& reading = read(folder);
    diagnostics.append(reading.diagnostics);
    if (reading.diagnostics.has_errors()) return std::nullopt;
    return declares(reading.folder, syntax::StatementKind::jurisdiction);
}

std::size_t RulesetFolder::files_in(const fs::path& folder) {
    return read(folder).folder.files.size();
}

const std::vector<std::string>& RulesetFolder::jurisdictions(Diagnostics& diagnostics) {
    if (!jurisdictions_) {
        jurisdictions_.emplace();
        for (const std::string& name : folders_) {
            const Reading& reading = read(path_ / name);
            diagnostics.append(reading.diagnostics);
            if (declares(reading.folder, syntax::StatementKind::jurisdiction)) jurisdictions_->push_back(name);
        }
    }
    return *jurisdictions_;
}

std::set<std::string> RulesetFolder::facts_elsewhere(const std::string& jurisdiction) {
    std::set<std::string> names;
    for (const std::string& folder : folders_) {
        if (folder == jurisdiction) continue;
        for (const syntax::File& file : read(path_ / folder).folder.files) {
            for (const syntax::Statement& statement : file.statements) add_fact_names(statement, names);
        }
    }
    return names;
}

}  // namespace labourlex
