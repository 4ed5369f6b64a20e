#include "engine/cases/coverage.hpp"

namespace labourlex {

namespace {

void add_exceptions(const std::vector<VerdictException>& exceptions, std::set<std::string>& names) {
    for (const VerdictException& exception : exceptions) {
        if (exception.holds == "yes") names.insert(exception.rule);
        add_exceptions(exception.exceptions, names);
    }
}

bool gives_or_lifts(NormKind kind) {
    return kind == NormKind::rule || kind == NormKind::item || kind == NormKind::exception ||
           kind == NormKind::permission;
}

void count(CoverageCount& target, const std::string& name, bool reached) {
    ++target.all;
    if (reached) {
        ++target.reached;
    } else {
        target.never.push_back(name);
    }
}

}  // namespace

void ReachedNorms::add(const Verdict& verdict) {
    for (const VerdictReason& reason : verdict.reasons) {
        names_.insert(reason.rule);
        add_exceptions(reason.exceptions, names_);
        for (const VerdictLifted& bar : reason.lifted) add_exceptions(bar.exceptions, names_);
    }
    for (const VerdictRequirement& requirement : verdict.requirements) names_.insert(requirement.rule);
    for (const VerdictDuty& duty : verdict.duties) names_.insert(duty.rule);
    for (const VerdictUnseen& unseen : verdict.unseen) names_.insert(unseen.rule);
}

Coverage ReachedNorms::coverage_of(const CompiledLaw& law) const {
    struct Known {
        NormKind kind;
        std::set<std::string> rows;
    };
    std::map<std::string, Known> known;
    for (const Date date : law.change_dates()) {
        const std::shared_ptr<const Version> version = law.consolidate(date);
        for (const Norm& norm : version->norms) {
            Known& entry = known.try_emplace(norm.name, Known{norm.kind, {}}).first->second;
            entry.rows.insert(norm.rows.begin(), norm.rows.end());
        }
    }
    Coverage coverage;
    std::map<std::string, bool> rows;
    for (const std::string& name : law.norm_names()) {
        const auto found = known.find(name);
        if (found == known.end()) continue;  // never in force by itself
        const bool reached = names_.contains(name);
        count(gives_or_lifts(found->second.kind) ? coverage.grounds : coverage.others, name, reached);
        for (const std::string& row : found->second.rows) rows[row] = rows[row] || reached;
    }
    for (const std::string& row : law.rows()) {
        const auto found = rows.find(row);
        if (found != rows.end()) count(coverage.rows, row, found->second);
    }
    return coverage;
}

}  // namespace labourlex
