#include "engine/render/verdict_json.hpp"

#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

/// Empty text is absence.
Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

/// The value as the verdict has it ready for JSON; an unknown value is null.
Json value_of(const VerdictFact& fact) {
    const Json parsed = Json::parse(fact.json_value, nullptr, false);
    return parsed.is_discarded() ? Json(nullptr) : parsed;
}

Json citation_of(const VerdictCitation& citation) {
    return {{"instrument", citation.instrument},
            {"provision", citation.provision},
            {"url", text_or_null(citation.url)},
            {"evidence", citation.evidence}};
}

Json alternatives_of(const VerdictFact& fact) {
    Json array = Json::array();
    for (const VerdictAlternative& each : fact.one_of)
        array.push_back({{"group", each.group}, {"branch", each.branch}});
    return array;
}

Json facts_of(const std::vector<VerdictFact>& facts) {
    Json array = Json::array();
    for (const VerdictFact& fact : facts) {
        array.push_back({{"fact", fact.fact},
                         {"value", value_of(fact)},
                         {"condition", fact.condition},
                         // What is not known at all follows from nothing stated or assumed; its value is null.
                         {"origin", fact.origin == "unknown" ? "derived" : fact.origin},
                         {"of_reach", fact.of_reach},
                         {"one_of", alternatives_of(fact)}});
    }
    return array;
}

Json requirement_of(const VerdictRequirement& requirement) {
    return {{"rule", requirement.rule},
            {"title", requirement.title},
            {"strength", requirement.strength},
            {"status", requirement.status},
            {"citation", citation_of(requirement.citation)},
            {"notes", requirement.notes}};
}

Json exception_of(const VerdictException& exception) {
    Json inner = Json::array();
    for (const VerdictException& deeper : exception.exceptions) inner.push_back(exception_of(deeper));
    return {{"rule", exception.rule},
            {"title", exception.title},
            {"class", text_or_null(exception.cls)},
            {"class_title", text_or_null(exception.cls_title)},
            {"exemption", exception.exemption},
            {"holds", exception.holds},
            {"citation", citation_of(exception.citation)},
            {"failed", facts_of(exception.failed)},
            {"requirement", exception.requirement ? requirement_of(*exception.requirement) : Json(nullptr)},
            {"exceptions", std::move(inner)},
            {"notes", exception.notes}};
}

Json lifted_of(const VerdictLifted& bar) {
    Json exceptions = Json::array();
    for (const VerdictException& exception : bar.exceptions) exceptions.push_back(exception_of(exception));
    return {{"rule", bar.rule},
            {"class", bar.cls},
            {"class_title", text_or_null(bar.cls_title)},
            {"title", bar.title},
            {"citation", citation_of(bar.citation)},
            {"lifted", bar.lifted},
            {"exceptions", std::move(exceptions)}};
}

Json reason_of(const VerdictReason& reason) {
    Json lifted = Json::array();
    for (const VerdictLifted& bar : reason.lifted) lifted.push_back(lifted_of(bar));
    Json exceptions = Json::array();
    for (const VerdictException& exception : reason.exceptions) exceptions.push_back(exception_of(exception));
    return {{"rule", reason.rule},
            {"class", reason.cls},
            {"class_title", text_or_null(reason.cls_title)},
            {"title", reason.title},
            {"citation", citation_of(reason.citation)},
            {"facts", facts_of(reason.facts)},
            {"applies", reason.applies},
            {"exception_to", text_or_null(reason.exception_to)},
            {"exemption", reason.exemption},
            {"exceptions", std::move(exceptions)},
            {"lifted", std::move(lifted)},
            {"notes", reason.notes}};
}

std::string_view status_word(VerdictStatus status) {
    switch (status) {
        case VerdictStatus::decided:
            return "decided";
        case VerdictStatus::undetermined:
            return "undetermined";
        case VerdictStatus::out_of_scope:
            break;
    }
    return "out-of-scope";
}

template <typename Entry, typename Convert>
Json array_of(const std::vector<Entry>& entries, const Convert& convert) {
    Json array = Json::array();
    for (const Entry& entry : entries) array.push_back(convert(entry));
    return array;
}

}  // namespace

Json verdict_to_json(const Verdict& verdict) {
    Json json;
    json["id"] = text_or_null(verdict.id);
    json["jurisdiction"] = verdict.jurisdiction;
    json["jurisdiction_title"] = verdict.jurisdiction_title;
    json["as_of"] = verdict.as_of;
    json["as_of_today"] = verdict.as_of_today;
    json["ruleset_version"] = verdict.ruleset_version;
    json["strict"] = verdict.strict;
    json["status"] = status_word(verdict.status);
    json["class"] = text_or_null(verdict.cls);
    json["class_title"] = text_or_null(verdict.cls_title);
    json["possible"] = verdict.possible;
    json["as_far_as_read"] = verdict.as_far_as_read;
    json["best_evidence"] = text_or_null(verdict.best_evidence);
    json["forbidding"] = verdict.forbidding;
    json["reasons"] = array_of(verdict.reasons, reason_of);
    json["requirements"] = array_of(verdict.requirements, requirement_of);
    json["duties"] = array_of(verdict.duties, [](const VerdictDuty& duty) {
        return Json{{"rule", duty.rule}, {"title", duty.title}, {"citation", citation_of(duty.citation)}};
    });
    json["missing"] = array_of(verdict.missing, [](const VerdictMissing& missing) {
        return Json{{"fact", missing.fact},
                    {"kind", missing.kind},
                    {"question", missing.question},
                    {"some_answer_decides", missing.some_answer_decides},
                    {"alternatives", missing.alternatives}};
    });
    json["unseen"] = array_of(verdict.unseen, [](const VerdictUnseen& unseen) {
        return Json{{"rule", unseen.rule},         {"title", unseen.title},
                    {"could_be", unseen.could_be}, {"could_be_title", text_or_null(unseen.could_be_title)},
                    {"strength", unseen.strength}, {"citation", citation_of(unseen.citation)},
                    {"notes", unseen.notes}};
    });
    json["judgements"] = array_of(verdict.judgements, [](const VerdictJudgement& judgement) {
        return Json{{"fact", judgement.fact},
                    {"question", judgement.question},
                    {"value", text_or_null(judgement.value)},
                    {"origin", judgement.origin}};
    });
    json["assumptions"] = array_of(verdict.assumptions, [](const VerdictAssumption& assumption) {
        Json value = Json::parse(assumption.json_value, nullptr, false);
        if (value.is_discarded()) value = assumption.value;
        return Json{
            {"fact", assumption.fact}, {"value", std::move(value)}, {"complete_list", assumption.complete_list}};
    });
    json["notes"] = verdict.notes;
    return json;
}

std::string json_text(const Json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string verdicts_json(const std::vector<Verdict>& verdicts) {
    if (verdicts.size() == 1) return json_text(verdict_to_json(verdicts.front()));
    return json_text(array_of(verdicts, verdict_to_json));
}

}  // namespace labourlex
