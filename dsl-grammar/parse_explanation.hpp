// Says in the reader's words why a statement could not be read.
#pragma once

#include "dsl-grammar/parse_nodes.hpp"

namespace labourlex::parsing {

/// The place where reading stopped, in one statement.
struct Failure {
    const Reading& reading;
    std::uint32_t source;
    std::uint32_t begin;  ///< of the statement
    std::uint32_t end;    ///< of the statement, without white space after it
};

/// A cut point that did not match, or what the tree builder found.
void explain_stop(const Failure& failure, const Stop& stop, Diagnostics& diagnostics);

/// All clauses were read, and something is left at `at`.
void explain_leftover(const Failure& failure, std::uint32_t at, Diagnostics& diagnostics);

/// A line in the first column that opens no statement. Returns false where it merely continues the statement before.
bool explain_opening(const Failure& failure, Diagnostics& diagnostics);

/// "rule minimum-age": the statement that starts at `begin`, as far as it can be told from its first two words.
[[nodiscard]] std::string statement_label(std::string_view text, std::uint32_t begin);

}  // namespace labourlex::parsing
