#include "engine/render/verdict_text.hpp"

#include "engine/render/page.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace labourlex {

namespace {

class VerdictPage {
public:
    VerdictPage(const Verdict& verdict, bool colour, const Words& words)
        : verdict_(verdict), words_(words), page_(colour) {}

    std::string write() {
        page_.lead(first_line());
        page_.paragraph(second_line());
        evidence_of_the_class();
        grounds();
        requirements();
        questions();
        judgements();
        assumptions();
        unseen_parts();
        duties();
        notes();
        return page_.text();
    }

private:
    // ---- the first two lines ----

    std::string first_line() const {
        const bool as_read = verdict_.as_far_as_read;
        std::string_view pattern;
        std::string outcome;
        switch (verdict_.status) {
            case VerdictStatus::decided:
                pattern = as_read ? words_.decided_as_read : words_.decided;
                outcome = verdict_.cls_title.empty() ? verdict_.cls : verdict_.cls_title;
                break;
            case VerdictStatus::undetermined:
                pattern = as_read ? words_.undetermined_as_read : words_.undetermined;
                outcome =
                    join_or(verdict_.possible_titles.empty() ? verdict_.possible : verdict_.possible_titles, words_);
                break;
            case VerdictStatus::out_of_scope:
                pattern = as_read ? words_.out_of_scope_as_read : words_.out_of_scope;
                break;
        }
        const std::string& title =
            verdict_.jurisdiction_title.empty() ? verdict_.jurisdiction : verdict_.jurisdiction_title;
        return capitalised(fill(pattern, {outcome, title, verdict_.as_of}));
    }

    /// The ground that gives the class: a certain one before a possible one.
    const VerdictReason* deciding_ground() const {
        const VerdictReason* found = nullptr;
        for (const VerdictReason& reason : verdict_.reasons) {
            if (reason.cls != verdict_.cls) continue;
            if (reason.applies == "certain") return &reason;
            if (found == nullptr) found = &reason;
        }
        return found;
    }

    std::string second_line() const {
        if (verdict_.status == VerdictStatus::out_of_scope) {
            if (verdict_.forbidding.empty()) return std::string(words_.because_not_covered);
            std::string acts;
            for (const std::string& act : verdict_.forbidding) {
                if (!acts.empty()) acts += words_.assumption_separator;
                acts += act;
            }
            return fill(words_.because_only_forbidding, {acts});
        }
        if (verdict_.status == VerdictStatus::undetermined) {
            if (!verdict_.missing.empty())
                return fill(words_.because_question, {question_of(verdict_.missing.front())});
            for (const VerdictUnseen& unseen : verdict_.unseen) {
                if (unseen.strength == "blocking") return fill(words_.because_unseen, {unseen.title});
            }
        }
        if (const VerdictReason* ground = deciding_ground()) {
            if (ground->title == ground->citation.instrument) {  // the act itself: permitted by default
                return fill(words_.because_nothing_forbids, {ground->citation.instrument, ground->citation.provision});
            }
            return fill(words_.because, {ground->title, ground->citation.instrument, ground->citation.provision});
        }
        return std::string(words_.because_without_ground);
    }

    void evidence_of_the_class() {
        if (verdict_.status != VerdictStatus::decided) return;
        if (verdict_.best_evidence == "translation") page_.paragraph(words_.rests_on_translation);
        if (verdict_.best_evidence == "secondary") page_.paragraph(words_.rests_on_secondary);
        if (verdict_.best_evidence == "unverified") page_.paragraph(words_.rests_on_unverified);
    }

    // ---- grounds ----

    static const std::string& title_or_name(const std::string& title, const std::string& name) {
        return title.empty() ? name : title;
    }

    std::string_view evidence_words(const std::string& evidence) const {
        if (evidence == "official") return words_.evidence_official;
        if (evidence == "translation") return words_.evidence_translation;
        if (evidence == "secondary") return words_.evidence_secondary;
        return words_.evidence_unverified;
    }

    std::string citation(const VerdictCitation& cited) const {
        const std::string_view known = evidence_words(cited.evidence);
        return fill(words_.citation_with_evidence, {cited.instrument, cited.provision, known});
    }

    std::string_view fact_pattern(const VerdictFact& fact) const {
        if (fact.origin == "assumed") return words_.fact_assumed;
        if (fact.origin == "derived") return words_.fact_derived;
        if (fact.origin == "unknown" || fact.value == "unknown") return words_.fact_unknown;
        return words_.fact_stated;
    }

    using FactPlace = std::vector<VerdictFact>::const_iterator;

    void facts(const std::vector<VerdictFact>& facts, std::size_t indent) {
        facts_between(facts.begin(), facts.end(), 0, indent);
    }

    /// `depth` groups of alternatives have been opened around these facts.
    void facts_between(FactPlace at, FactPlace end, std::size_t depth, std::size_t indent) {
        while (at != end) {
            if (at->one_of.size() <= depth) {
                page_.paragraph(fill(fact_pattern(*at), {at->fact, at->value, at->condition}), indent, "- ");
                ++at;
                continue;
            }
            const unsigned group = at->one_of[depth].group;
            const auto group_end = std::find_if(at, end, [&](const VerdictFact& fact) {
                return fact.one_of.size() <= depth || fact.one_of[depth].group != group;
            });
            page_.paragraph(words_.one_of_these, indent, "- ");
            while (at != group_end) at = alternative(at, group_end, depth, indent + 2);
        }
    }

    /// One alternative: its facts together. Returns where the next begins.
    FactPlace alternative(FactPlace at, FactPlace end, std::size_t depth, std::size_t indent) {
        const unsigned branch = at->one_of[depth].branch;
        const auto branch_end =
            std::find_if(at, end, [&](const VerdictFact& fact) { return fact.one_of[depth].branch != branch; });
        const bool several = branch_end - at > 1;
        if (several) page_.paragraph(words_.these_together, indent, "- ");
        facts_between(at, branch_end, depth + 1, several ? indent + 2 : indent);
        return branch_end;
    }

    void remarks(const std::vector<std::string>& notes, std::size_t indent) {
        for (const std::string& note : notes) page_.paragraph(fill(words_.remark, {note}), indent);
    }

    std::string_view exception_pattern(const VerdictException& exception) const {
        if (exception.exemption) {
            return exception.holds == "no"        ? words_.exemption_fails
                   : exception.holds == "unknown" ? words_.exemption_unknown
                                                  : words_.exemption_holds;
        }
        if (exception.holds == "no") return words_.exception_fails;
        if (exception.holds == "unknown") return words_.exception_unknown;
        return exception.cls.empty() ? words_.exception_lifts : words_.exception_holds;
    }

    /// What an exception requires often has no title but the exception's own.
    std::string_view inner_requirement_pattern(const VerdictException& exception) const {
        const VerdictRequirement& inner = *exception.requirement;
        const bool of_it = inner.title == exception.title;
        if (inner.status == "met") return of_it ? words_.requirement_of_it_met : words_.requirement_inside_met;
        if (inner.status == "broken") return of_it ? words_.requirement_of_it_broken : words_.requirement_inside_broken;
        return of_it ? words_.requirement_of_it_unknown : words_.requirement_inside_unknown;
    }

    void exception(const VerdictException& shown, std::size_t indent) {
        page_.paragraph(
            fill(exception_pattern(shown), {shown.title, shown.citation.instrument, shown.citation.provision,
                                            in_sentence(title_or_name(shown.cls_title, shown.cls))}),
            indent);
        facts(shown.failed, indent + 2);
        if (shown.requirement) {
            page_.paragraph(fill(inner_requirement_pattern(shown), {shown.requirement->title}), indent + 2, "- ");
        }
        remarks(shown.notes, indent + 2);
        for (const VerdictException& deeper : shown.exceptions) exception(deeper, indent + 2);
    }

    static std::vector<VerdictFact> own_facts(const VerdictReason& reason) {
        std::vector<VerdictFact> own;
        std::copy_if(reason.facts.begin(), reason.facts.end(), std::back_inserter(own),
                     [](const VerdictFact& fact) { return !fact.of_reach; });
        return own;
    }

    /// What the reach of an act rests on is said where it first comes up.
    void reach(const VerdictReason& reason, std::size_t indent) {
        std::vector<VerdictFact> asked;
        std::string said = reason.citation.instrument;
        for (const VerdictFact& fact : reason.facts) {
            if (!fact.of_reach) continue;
            said += '\n' + fact.fact + '\n' + fact.value + '\n' + fact.condition;
            asked.push_back(fact);
        }
        if (asked.empty() || !reaches_told_.insert(said).second) return;
        // The act itself as the ground: its title stands above already.
        const bool act = reason.title == reason.citation.instrument;
        if (!act) page_.paragraph(fill(words_.reach_of_act, {reason.citation.instrument}), indent);
        facts(asked, act ? indent : indent + 2);
    }

    void lifted(const VerdictLifted& bar, std::size_t indent) {
        page_.paragraph(fill(bar.lifted == "certain" ? words_.lifted : words_.lifted_possible,
                             {bar.title, in_sentence(title_or_name(bar.cls_title, bar.cls)), bar.rule}),
                        indent);
        page_.paragraph(citation(bar.citation), indent + 2);
        for (const VerdictException& shown : bar.exceptions) exception(shown, indent + 2);
    }

    void grounds() {
        if (verdict_.reasons.empty()) return;
        page_.heading(words_.heading_grounds);
        // What stands after a ground that is certain can make nothing graver: it holds besides.
        const auto certain = std::find_if(verdict_.reasons.begin(), verdict_.reasons.end(),
                                          [](const VerdictReason& reason) { return reason.applies == "certain"; });
        const auto decisive = static_cast<std::size_t>(certain - verdict_.reasons.begin());
        for (std::size_t index = 0; index < verdict_.reasons.size(); ++index) {
            const VerdictReason& reason = verdict_.reasons[index];
            const std::string mark = std::to_string(index + 1) + ". ";
            const std::size_t indent = mark.size();
            const bool possible = reason.applies == "possible";
            const bool also = index > decisive;
            const std::string_view pattern = also ? (possible ? words_.ground_also_possible : words_.ground_also)
                                                  : (possible ? words_.ground_possible : words_.ground);
            const std::string& cls = title_or_name(reason.cls_title, reason.cls);
            page_.paragraph(fill(pattern, {also ? in_sentence(cls) : capitalised(cls), reason.title, reason.rule}), 0,
                            mark);
            page_.paragraph(citation(reason.citation), indent);
            const bool decides =
                verdict_.status == VerdictStatus::decided && verdict_.reasons.size() > 1 && index == decisive;
            if (decides) page_.paragraph(words_.ground_decides, indent);
            if (!reason.exception_to.empty()) {
                page_.paragraph(fill(reason.exemption ? words_.ground_is_exemption : words_.ground_is_exception,
                                     {reason.exception_to}),
                                indent);
            }
            facts(own_facts(reason), indent);
            reach(reason, indent);
            for (const VerdictException& shown : reason.exceptions) exception(shown, indent);
            remarks(reason.notes, indent);
            for (const VerdictLifted& bar : reason.lifted) lifted(bar, indent);
        }
    }

    // ---- the rest ----

    std::string_view requirement_pattern(const VerdictRequirement& requirement) const {
        if (requirement.status == "met") return words_.requirement_met;
        if (requirement.status == "broken") {
            return requirement.strength == "noted" ? words_.requirement_broken_noted : words_.requirement_broken;
        }
        return requirement.strength == "constitutive" ? words_.requirement_unknown : words_.requirement_unknown_formal;
    }

    void requirements() {
        if (verdict_.requirements.empty()) return;
        page_.heading(words_.heading_requirements);
        for (const VerdictRequirement& requirement : verdict_.requirements) {
            page_.paragraph(fill(requirement_pattern(requirement),
                                 {requirement.title, requirement.citation.instrument, requirement.citation.provision}),
                            0, "- ");
            remarks(requirement.notes, 2);
        }
    }

    static const std::string& question_of(const VerdictMissing& missing) {
        return missing.question.empty() ? missing.fact : missing.question;
    }

    void questions() {
        if (verdict_.missing.empty()) return;
        page_.heading(words_.heading_questions);
        std::size_t number = 0;
        for (const VerdictMissing& missing : verdict_.missing) {
            const std::string mark = std::to_string(++number) + ". ";
            const std::string& asked = question_of(missing);
            if (missing.alternatives.empty()) {
                page_.paragraph(fill(words_.question, {asked, missing.fact}), 0, mark);
            } else {
                const std::string answers = join_or(missing.alternatives, words_);
                page_.paragraph(fill(words_.question_with_answers, {asked, missing.fact, answers}), 0, mark);
            }
            if (missing.some_answer_decides) page_.paragraph(words_.question_decides, mark.size());
        }
    }

    void judgements() {
        if (verdict_.judgements.empty()) return;
        page_.heading(words_.heading_judgements);
        for (const VerdictJudgement& judgement : verdict_.judgements) {
            const bool unknown = judgement.value.empty() || judgement.value == "unknown";
            page_.paragraph(fill(unknown ? words_.judgement_unknown : words_.judgement,
                                 {judgement.fact, judgement.value, judgement.question}),
                            0, "- ");
        }
    }

    void assumptions() {
        if (verdict_.assumptions.empty()) return;
        page_.heading(words_.heading_assumptions);
        std::string all;
        for (const VerdictAssumption& assumption : verdict_.assumptions) {
            if (!all.empty()) all += words_.assumption_separator;
            all += fill(assumption.complete_list ? words_.assumption_list : words_.assumption,
                        {assumption.fact, assumption.value});
        }
        page_.paragraph(all + ".");
    }

    void unseen_parts() {
        if (verdict_.unseen.empty()) return;
        page_.heading(words_.heading_unseen);
        for (const VerdictUnseen& unseen : verdict_.unseen) {
            page_.paragraph(fill(unseen.strength == "blocking" ? words_.unseen_blocking : words_.unseen_noted,
                                 {unseen.title, unseen.citation.instrument, unseen.citation.provision,
                                  in_sentence(title_or_name(unseen.could_be_title, unseen.could_be))}),
                            0, "- ");
            remarks(unseen.notes, 2);
        }
    }

    void duties() {
        if (verdict_.duties.empty()) return;
        page_.heading(words_.heading_duties);
        for (const VerdictDuty& duty : verdict_.duties) {
            page_.paragraph(fill(words_.duty, {duty.title, duty.citation.instrument, duty.citation.provision}), 0,
                            "- ");
        }
    }

    void notes() {
        if (verdict_.notes.empty()) return;
        page_.heading(words_.heading_notes);
        for (const std::string& note : verdict_.notes) page_.paragraph(note, 0, "- ");
    }

    const Verdict& verdict_;
    std::set<std::string> reaches_told_;  ///< act and the facts by which it reaches
    const Words& words_;
    Page page_;
};

}  // namespace

std::string verdict_text(const Verdict& verdict, bool colour, const Words& words) {
    return VerdictPage(verdict, colour, words).write();
}

}  // namespace labourlex
