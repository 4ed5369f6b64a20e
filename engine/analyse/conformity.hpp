// Where a national law falls short of the conventions that bind the country: every possible job, article by article.
//
// A *gap* is a job that is lawful or out of scope nationally and unlawful under the conventions, or hazardous or worse
// under the conventions and less grave nationally (semantics 10). For each norm of the baseline the gap is one diagram:
// the jobs to which that norm gives its class while the national law is milder. What stays open in the laws - a
// question of reading, a text nobody has seen, a parameter nobody told - is then quantified over: what is a gap
// whatever the answers is *certain*; what is a gap under some answers only *hinges* on them and is told with them, as
// what cannot be judged yet.
//
// Why this is exact: see joint_diagrams.hpp for the diagrams; "whatever the answer" is the conjunction over the cells
// of the open variable. Where a free parameter is tied to numbers of the job (an age that is compared with a free age)
// the cells do not separate; such a parameter is not quantified over but told as part of the box, and the box counts as
// hinging on it.
#pragma once

#include "engine/analyse/difference.hpp"
#include "engine/analyse/obligations.hpp"

#include <string>
#include <vector>

namespace labourlex::analyse {

struct GapBox {
    SaidTests says;
    std::string national;  ///< outcome under the national law at the witness
    std::string baseline;  ///< outcome under the conventions
    bool national_out_of_scope = false;
    std::optional<Witness> witness;
};

/// One norm of the baseline that the national law does not fully keep.
struct ArticleGap {
    std::string norm;  ///< full name in the baseline
    std::string title;
    std::string article;  ///< instrument and provision
    KindCount certain;    ///< kinds of job
    KindCount hinging;
    std::vector<GapBox> certain_boxes;
    std::vector<GapBox> hinging_boxes;
    bool more = false;  ///< further boxes were not told
};

struct Conformity {
    std::string national;  ///< label
    Obligations obligations;
    bool complete = true;  ///< false: the diagrams outgrew their budget, and nothing is claimed
    KindCount kinds;
    std::vector<ArticleGap> gaps;   ///< articles with a gap; articles not named are kept for every possible job
    std::vector<std::string> kept;  ///< articles proved to be kept, whatever the open answers
    std::vector<GapBox> stricter;   ///< national law forbids what the conventions allow
    KindCount stricter_kinds;
    bool more_stricter = false;
    std::size_t nodes = 0;
};

struct ConformityOptions {
    std::size_t most_boxes = 6;
    std::size_t node_budget = analysis_node_budget;
};

/// Sides of `law`: the national law, then the baseline as `obligations` has it.
[[nodiscard]] Conformity conformity(const JointLaw& law, Obligations obligations,
                                    const ConformityOptions& options = {});

}  // namespace labourlex::analyse
