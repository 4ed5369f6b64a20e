// Where a national law falls short of the conventions that bind the country: every possible job, article by article.
//
// A *gap* is a job that is lawful or out of scope nationally and unlawful under the conventions, or hazardous or worse
// under the conventions and less grave nationally (semantics 10). For each norm of the baseline that gives a class, the
// gap is what that norm gives, less what each national norm gives that is grave enough: a conjunction of as many
// conditions as the national law has norms.
//
// That conjunction is never built. A reader asks for which *kinds* of job the article is not kept, and a kind is told
// in the article's own words: by the facts that its condition names, and by the arrangement under which the work is
// done, because that is where laws stop to reach. All other facts are eliminated (elimination.hpp): a kind of job is
// listed when some job of it falls short, and no kind is listed of which none does. An article of which no kind is
// listed is kept for every possible job; that is a proof.
//
// What the laws leave open (a question of reading, a text nobody has seen, a parameter nobody told, the figure of an
// open limit) is quantified over, norm by norm, since "for all" may be drawn into a conjunction: a kind is *certain*
// when some job of it falls short whatever the answers, and *hinges* on them when that is so under some answers only.
// Where an open figure is tied to a number of the job, cells that no comparison of job numbers tells apart are taken
// together (JointDiagrams::for_some_answer), so that `certain` is never claimed too often.
#pragma once

#include "engine/analyse/difference.hpp"
#include "engine/analyse/obligations.hpp"

#include <string>
#include <vector>

namespace labourlex::analyse {

/// Kinds of job, all of which have jobs that fall short.
struct GapBox {
    SaidTests says;
    std::string national;  ///< outcome under the national law at the witness
    std::string baseline;  ///< outcome under the conventions
    bool national_out_of_scope = false;
    std::optional<Witness> witness;  ///< nothing: no short decimal numbers were found for it
};

/// One norm of the baseline that the national law does not fully keep.
struct ArticleGap {
    std::string norm;  ///< full name in the baseline
    std::string title;
    std::string article;  ///< instrument and provision
    KindCount kinds;      ///< possible kinds of job that the words of the article and the arrangement tell apart
    KindCount certain;    ///< of these, with jobs that fall short whatever the answers
    KindCount hinging;    ///< of the others, with jobs that fall short under some answers
    std::vector<GapBox> certain_boxes;
    std::vector<GapBox> hinging_boxes;
    bool more = false;    ///< further boxes were not told
    bool unread = false;  ///< the norm is a text that nobody has read, as the national list of harmful work
};

/// A provision that is kept.
struct KeptArticle {
    std::string norm;
    std::string title;
    std::string article;
};

/// A national norm that forbids, whatever the answers, some job that the conventions allow whatever the answers.
struct StricterNorm {
    std::string norm;
    std::string title;
    std::string citation;
    GapBox shown;  ///< `says` is empty
};

struct Conformity {
    std::string national;  ///< label
    Obligations obligations;
    bool complete = true;           ///< false: the diagrams outgrew their budget, and nothing is claimed
    std::vector<ArticleGap> gaps;   ///< those with certain gaps first
    std::vector<KeptArticle> kept;  ///< proved to be kept for every possible job, whatever the open answers
    std::vector<StricterNorm> stricter;
    std::size_t nodes = 0;
};

struct ConformityOptions {
    std::size_t most_boxes = 6;
    std::size_t node_budget = analysis_node_budget;
    bool stricter = true;   ///< look for stricter national norms too
    bool witnesses = true;  ///< look for an example of every box
};

/// Sides of `law`: the national law, then the baseline as `obligations` has it.
[[nodiscard]] Conformity conformity(const JointLaw& law, Obligations obligations,
                                    const ConformityOptions& options = {});

}  // namespace labourlex::analyse
