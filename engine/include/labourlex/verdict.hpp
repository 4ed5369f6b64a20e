// The answer to one question: this job, this jurisdiction, this day.
//
// Shapes follow the JSON of docs/verdict.md one to one. All text is ready to show. Value types, safe to copy and share.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace labourlex {

struct VerdictCitation {
    std::string instrument;  ///< title
    std::string provision;
    std::string url;       ///< may be empty
    std::string evidence;  ///< official | translation | secondary | unverified
};

/// Where several facts could each make a condition hold: one of the alternatives of a group.
struct VerdictAlternative {
    unsigned group = 0;   ///< counted from 1 within one list of facts
    unsigned branch = 0;  ///< counted from 1 within the group; facts of one branch belong together
};

/// A fact that a ground rests on. Facts outside all groups are needed together; of a group one branch is enough.
struct VerdictFact {
    std::string fact;
    std::string value;       ///< as shown: "15", "unknown", "cotton-picking"
    std::string json_value;  ///< the same as a JSON value: 15, false, "4711", ["loading"], null when unknown
    std::string condition;   ///< "under 15"
    std::string origin;      ///< stated | assumed | derived | unknown
    std::vector<VerdictAlternative> one_of = {};  ///< the groups it stands in, the outermost first; empty: needed
    bool of_reach = false;                        ///< asked by the reach of the act, not by the norm itself
};

struct VerdictRequirement {
    std::string rule;  ///< full name
    std::string title;
    std::string strength;  ///< constitutive | formal | noted
    std::string status;    ///< met | broken | unknown
    VerdictCitation citation;
    std::vector<std::string> notes;
};

struct VerdictException {
    std::string rule;
    std::string title;
    std::string cls;    ///< the class it would give; empty: it makes its parent not apply
    std::string holds;  ///< yes | no | unknown
    VerdictCitation citation;
    std::vector<VerdictFact> failed;                ///< which of its conditions failed (or are unknown)
    std::optional<VerdictRequirement> requirement;  ///< the requirement inside it, when it matters
    std::vector<VerdictException> exceptions;
    std::string cls_title = {};
    bool exemption = false;               ///< it exempts from its parent, before any other exception is read
    std::vector<std::string> notes = {};  ///< doubts of the encoders
};

/// A bar that speaks to the job and does not stand, because an exception takes it away.
struct VerdictLifted {
    std::string rule;
    std::string cls;  ///< the class that it would give
    std::string title;
    VerdictCitation citation;
    std::string lifted;                        ///< certain | possible
    std::vector<VerdictException> exceptions;  ///< those that take it away, or may
    std::string cls_title = {};
};

/// One ground: a norm that gives a class in some completion.
struct VerdictReason {
    std::string rule;
    std::string cls;
    std::string title;
    VerdictCitation citation;
    std::vector<VerdictFact> facts;
    std::string applies;       ///< certain | possible
    std::string exception_to;  ///< the parent norm, when the ground is an exception that holds; else empty
    std::vector<VerdictException> exceptions;
    std::vector<std::string> notes;  ///< doubts of the encoders
    std::string cls_title = {};
    bool exemption = false;                  ///< it exempts from `exception_to`, which leaves the default
    std::vector<VerdictLifted> lifted = {};  ///< graver bars that exceptions take away, so that this ground is left
};

struct VerdictDuty {
    std::string rule;
    std::string title;
    VerdictCitation citation;
};

struct VerdictMissing {
    std::string fact;
    std::string kind;  ///< fact | parameter | question
    std::string question;
    bool some_answer_decides = false;
    std::vector<std::string> alternatives;  ///< a question's or a choice's possible answers
};

struct VerdictUnseen {
    std::string rule;
    std::string title;
    std::string could_be;
    std::string strength;  ///< blocking | noted
    VerdictCitation citation;
    std::vector<std::string> notes;
    std::string could_be_title = {};
};

struct VerdictJudgement {
    std::string fact;
    std::string question;
    std::string value;  ///< as shown; "unknown" when it is missing
    std::string origin;
};

struct VerdictAssumption {
    std::string fact;
    std::string value;           ///< as shown: "no", "0 kg", "none", "a code that no norm names"
    std::string json_value;      ///< the same as a JSON value: false, 0, [], null
    bool complete_list = false;  ///< the assumption is that a stated list is complete
};

enum class VerdictStatus { decided, undetermined, out_of_scope };

struct Verdict {
    std::string id;
    std::string jurisdiction;
    std::string jurisdiction_title;
    std::string as_of;         ///< YYYY-MM-DD
    bool as_of_today = false;  ///< the job named no date
    std::string ruleset_version;
    bool strict = false;
    VerdictStatus status = VerdictStatus::decided;
    std::string cls;  ///< empty unless decided
    std::string cls_title;
    std::vector<std::string> possible;  ///< mildest to gravest, "out-of-scope" last
    std::vector<std::string> possible_titles;
    bool as_far_as_read = false;          ///< noted unseen parts graver than the mildest outcome exist
    std::string best_evidence;            ///< of the grounds that certainly give the class
    std::vector<std::string> forbidding;  ///< out of scope: titles of the acts that forbid only and may reach the job
    std::vector<VerdictReason> reasons;   ///< gravest first
    std::vector<VerdictRequirement> requirements;
    std::vector<VerdictDuty> duties;
    std::vector<VerdictMissing> missing;  ///< most telling first
    std::vector<VerdictUnseen> unseen;
    std::vector<VerdictJudgement> judgements;
    std::vector<VerdictAssumption> assumptions;
    std::vector<std::string> notes;
};

}  // namespace labourlex
