#include "tests/planted/planted_defects.hpp"

#include "dsl-grammar/parser.hpp"
#include "engine/facts/job_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace labourlex::planted {

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error(fmt::format("{} cannot be opened", path.string()));
    }
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> words_of(const TextNode& node) {
    std::vector<std::string> result;
    for (const TextNode& item : node.items) {
        result.push_back(item.scalar);
    }
    return result;
}

Defect read_defect(const TextNode& node) {
    Defect defect;
    for (const auto& [name, value] : node.entries) {
        const std::string& key = name.scalar;
        if (key == "id") {
            defect.id = value.scalar;
        } else if (key == "kind") {
            defect.kind = value.scalar;
        } else if (key == "file") {
            defect.file = value.scalar;
        } else if (key == "at") {
            defect.at = value.scalar;
        } else if (key == "old") {
            defect.old_text = value.scalar;
        } else if (key == "new") {
            defect.new_text = value.scalar;
        } else if (key == "on") {
            const auto day = Date::parse(value.scalar);
            if (!day) {
                throw std::runtime_error(fmt::format("{}: `{}` is no day", defect.id, value.scalar));
            }
            defect.on = *day;
        } else if (key == "moves") {
            for (const std::string& move : words_of(value)) {
                const std::size_t arrow = move.find(" > ");
                if (arrow == std::string::npos) {
                    throw std::runtime_error(fmt::format("{}: `{}` is no move", defect.id, move));
                }
                defect.moves.emplace_back(move.substr(0, arrow), move.substr(arrow + 3));
            }
            std::sort(defect.moves.begin(), defect.moves.end());
        } else if (key == "within") {
            defect.within = value.scalar;
        } else if (key == "check") {
            defect.check = words_of(value);
            std::sort(defect.check.begin(), defect.check.end());
        } else if (key == "conform") {
            defect.conform = value.scalar;
        } else if (key != "why") {
            throw std::runtime_error(fmt::format("{}: `{}` is no part of a planted defect", defect.id, key));
        }
    }
    return defect;
}

/// Where words stand that stand there once.
std::size_t only_place(std::string_view text, const std::string& words, const std::string& id) {
    const std::size_t place = text.find(words);
    if (place == std::string::npos || text.find(words, place + 1) != std::string::npos) {
        throw std::runtime_error(fmt::format("{}: `{}` does not stand exactly once in the file", id, words));
    }
    return place;
}

}  // namespace

std::vector<Defect> read_defects(const fs::path& file) {
    Sources sources;
    Diagnostics diagnostics;
    const auto tree =
        read_job_text(sources, sources.add(file.string(), text_of(file)), JobTextFormat::yaml, diagnostics, true);
    if (!tree || diagnostics.has_errors()) {
        throw std::runtime_error(render(diagnostics, sources, DiagnosticFormat::plain));
    }
    std::vector<Defect> result;
    std::transform(tree->items.begin(), tree->items.end(), std::back_inserter(result), read_defect);
    return result;
}

LawUnderTest::LawUnderTest(const std::string& name, const fs::path& rulesets) : rulesets_(rulesets) {
    packs_.emplace("common", read("common"));
    own_ = read(name);
    if (reading_.has_errors()) {
        throw std::runtime_error(render(reading_, sources_, DiagnosticFormat::plain));
    }
}

ParsedFolder LawUnderTest::read(const std::string& name) {
    ParsedFolder result;
    result.name = name;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(rulesets_ / name)) {
        if (entry.path().extension() == ".law") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        result.files.push_back(parse(sources_, sources_.add(file.string(), text_of(file)), reading_));
    }
    if (fs::exists(rulesets_ / name / "data")) {
        for (const auto& entry : fs::directory_iterator(rulesets_ / name / "data")) {
            const std::string key = "data/" + entry.path().filename().string();
            result.data.emplace(key, sources_.add(entry.path().string(), text_of(entry.path())));
        }
    }
    return result;
}

syntax::File LawUnderTest::changed(const syntax::File& file, const Defect& defect, Diagnostics& diagnostics) {
    std::string text(sources_.text(file.source));
    const std::size_t begin = only_place(text, defect.at, defect.id);
    std::size_t length = std::min(text.find("\n\n", begin), text.size() - 1) + 1 - begin;
    std::size_t place = begin;
    if (!defect.old_text.empty()) {
        place = text.find(defect.old_text, begin);
        if (place == std::string::npos || place + defect.old_text.size() > begin + length) {
            throw std::runtime_error(fmt::format("{}: `{}` is not in the statement", defect.id, defect.old_text));
        }
        length = defect.old_text.size();
    }
    text.replace(place, length, defect.new_text);
    const syntax::File now =
        parse(sources_, sources_.add(fmt::format("{} ({})", defect.file, defect.id), text), diagnostics);
    // The statements that read the same keep their places.
    const auto same = [&](const syntax::Statement& a, const syntax::Statement& b) {
        return sources_.slice(a.span) == sources_.slice(b.span);
    };
    const auto& before = file.statements;
    const auto& after = now.statements;
    std::size_t first = 0;
    while (first < before.size() && first < after.size() && same(before[first], after[first])) {
        ++first;
    }
    std::size_t last = 0;
    while (first + last < before.size() && first + last < after.size() &&
           same(before[before.size() - 1 - last], after[after.size() - 1 - last])) {
        ++last;
    }
    if (before.size() == after.size() && first == before.size()) {
        throw std::runtime_error(fmt::format("{}: nothing is changed", defect.id));
    }
    // What belongs to a statement before it must stand in one file with it: the changes of an amendment, the items of a
    // list.
    using Kind = syntax::StatementKind;
    const auto belongs = [](const syntax::Statement& statement) {
        return statement.kind == Kind::insert || statement.kind == Kind::replace || statement.kind == Kind::repeal ||
               statement.kind == Kind::rebase || statement.kind == Kind::section || statement.kind == Kind::item;
    };
    const auto may_stand_between = [](const syntax::Statement& statement) {
        return statement.kind == Kind::unseen || statement.kind == Kind::limit || statement.kind == Kind::define;
    };
    std::size_t end = before.size() - last;
    const bool part =
        std::any_of(before.begin() + static_cast<std::ptrdiff_t>(first),
                    before.begin() + static_cast<std::ptrdiff_t>(end), [&](const auto& statement) {
                        return belongs(statement) || statement.kind == Kind::list || statement.kind == Kind::amendment;
                    });
    while (part && first > 0 && (belongs(before[first]) || may_stand_between(before[first]))) {
        --first;
    }
    for (std::size_t next = end; part && next < before.size(); ++next) {
        if (belongs(before[next])) {
            end = next + 1;
        } else if (!may_stand_between(before[next])) {
            break;
        }
    }
    last = before.size() - end;
    syntax::File result = file;
    result.complete = now.complete;
    const auto offset = [](std::size_t n) { return static_cast<std::ptrdiff_t>(n); };
    result.statements.erase(result.statements.begin() + offset(first), result.statements.end() - offset(last));
    result.statements.insert(result.statements.begin() + offset(first), after.begin() + offset(first),
                             after.end() - offset(last));
    return result;
}

std::shared_ptr<const CompiledLaw> LawUnderTest::compiled(const Defect* defect, const std::string& within,
                                                          Diagnostics& diagnostics) {
    ParsedFolder folder = own_;
    if (defect != nullptr) {
        const auto found = std::find_if(folder.files.begin(), folder.files.end(), [&](const syntax::File& file) {
            return fs::path(sources_.name(file.source)).filename() == defect->file;
        });
        if (found == folder.files.end()) {
            throw std::runtime_error(fmt::format("{}: there is no file {}", defect->id, defect->file));
        }
        *found = changed(*found, *defect, diagnostics);
    }
    if (!within.empty()) {
        const std::string text =
            "instrument planted \"What a drafter expects\"\n  forbids only\n  evidence unverified\n\n"
            "duty planted-region \"No job outside changes\"\n  per planted \"-\"\n  evidence unverified\n  when " +
            within + "\n";
        // Once for both laws, so that it is one text to them.
        Diagnostics problems;
        auto known = regions_.find(within);
        if (known == regions_.end()) {
            known = regions_.emplace(within, parse(sources_, sources_.add("planted.law", text), problems)).first;
        }
        if (problems.has_errors()) {
            throw std::runtime_error(render(problems, sources_, DiagnosticFormat::plain));
        }
        folder.files.push_back(known->second);
    }
    if (diagnostics.has_errors()) {
        return nullptr;
    }
    auto law = compile(folder, packs_, sources_, diagnostics);
    return diagnostics.has_errors() ? nullptr : law;
}

std::shared_ptr<const CompiledLaw> LawUnderTest::other(const std::string& name) {
    Diagnostics diagnostics;
    const auto law = compile(read(name), packs_, sources_, diagnostics);
    if (!law) {
        throw std::runtime_error(render(diagnostics, sources_, DiagnosticFormat::plain));
    }
    return law;
}

}  // namespace labourlex::planted
