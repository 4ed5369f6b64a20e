// What the tests of the grammar share: reading a text, and the messages it gave.
#pragma once

#include "dsl-grammar/formatter.hpp"
#include "dsl-grammar/parser.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace labourlex::testing {

struct Reading {
    Sources sources;
    Diagnostics diagnostics;
    syntax::File file;

    /// "L0101@3:1" for each diagnostic, in the order found.
    [[nodiscard]] std::vector<std::string> codes() const {
        std::vector<std::string> result;
        for (const Diagnostic& each : diagnostics.all()) {
            const Place place = sources.place(each.span.source, each.span.begin);
            result.push_back(std::string(entry_of(each.code).name) + "@" + std::to_string(place.line) + ":" +
                             std::to_string(place.column));
        }
        return result;
    }
};

inline Reading read(std::string text, std::string name = "test.law") {
    Reading result;
    const std::uint32_t source = result.sources.add(std::move(name), std::move(text));
    result.file = parse(result.sources, source, result.diagnostics);
    return result;
}

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream buffer;
    buffer << stream.rdbuf();
    return buffer.str();
}

inline const syntax::Clause& clause_of(const syntax::Statement& statement, syntax::ClauseKind kind) {
    for (const syntax::Clause& clause : statement.clauses) {
        if (clause.kind == kind) return clause;
    }
    throw std::runtime_error("no such clause");
}

/// A rule with the given condition.
inline std::string rule_with(const std::string& condition) {
    return "rule r \"R\"\n  per code \"art. 1\"\n  when " + condition + "\n  then prohibited\n";
}

/// All `.law` files below a folder of the project, in order.
inline std::vector<std::filesystem::path> law_files(const std::string& folder) {
    std::vector<std::filesystem::path> result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(LABOURLEX_SOURCE_DIR "/" + folder)) {
        if (entry.path().extension() == ".law") result.push_back(entry.path());
    }
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace labourlex::testing
