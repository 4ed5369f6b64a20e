// What a careful programmer would write for a fixed list of rules: the neighbour to measure the fast path against.
//
// The law's rules and items are flattened into conjunctions of tests on single facts, gravest first. For every value of
// every dimension there is a bitmap of the conjunctions that the value does not rule out; to classify is to AND one
// bitmap a dimension and take the first bit. Dimensions are the facts (by cell), and the atoms that are computed on
// packing, eight at a time.
//
// It leaves out what does not flatten: exceptions, requirements, unseen parts, reach of the law, unknown facts, and
// rules whose condition has an `any of` under a `none of` that multiplies out beyond bound. So its answers are not the
// law's; it does about the same looking up, and nothing else.
#pragma once

#include "engine/decide/fast_path.hpp"

#include <cstdint>
#include <vector>

namespace labourlex::bench {

class HandTuned {
public:
    explicit HandTuned(const CompiledTables& tables);

    /// The gravest class whose conjunction holds, or `out_of_scope`.
    [[nodiscard]] Outcome classify(const std::uint16_t* cells) const;
    /// One cell a dimension, from a packed job.
    [[nodiscard]] std::vector<std::uint16_t> encode(const decide::PackedJob& job) const;

    [[nodiscard]] std::size_t conjunctions() const { return classes_.size(); }
    [[nodiscard]] std::size_t dimensions() const { return first_bitmap_.size(); }
    [[nodiscard]] std::size_t norms() const { return norms_; }
    [[nodiscard]] std::size_t norms_left_out() const { return left_out_; }

private:
    std::size_t words_ = 0;
    std::vector<std::uint64_t> bitmaps_;     ///< `words_` words for each cell of each dimension
    std::vector<std::size_t> first_bitmap_;  ///< by dimension
    std::vector<std::uint32_t> classes_;     ///< by conjunction, gravest first
    std::size_t facts_ = 0;                  ///< dimensions that are facts; the rest are bytes of atoms
    std::size_t norms_ = 0;
    std::size_t left_out_ = 0;
};

}  // namespace labourlex::bench
