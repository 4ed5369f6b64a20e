// Which stated facts contradict each other, and under which constraint.
//
// A job is impossible when nothing but what is stated already leaves no completion. The constraints and the facts to blame are
// found by leaving out: first every constraint without which the rest is still broken, then every stated fact. What is left
// breaks, and no part of it does; so the message names neither a bystander nor too little.

#include "engine/decide/classify.hpp"

#include "engine/decide/space.hpp"
#include "engine/decide/texts.hpp"
#include "engine/law/situation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace labourlex {

using decide::texts;

namespace {

/// Whether the job alone, with every assumption let go, leaves no completion.
bool contradicts(const CompiledTables& tables, const Job& job, const std::vector<bool>& ignored) {
    SituationOptions options;
    options.strict = true;
    for (FactIndex fact = 0; fact < tables.version->vocabulary->facts.size(); ++fact) {
        const bool kept = tables.version->vocabulary->facts[fact].kept_in_strict;
        if (kept && job.find(fact) == nullptr) {
            options.also_free.push_back(fact);
        }
    }
    Situation situation = make_situation(tables.version, job, options);
    situation.ignored_constraints = ignored;
    // A clock term that the times contradict is overridden, not impossible.
    situation.shift.stated_terms.clear();
    decide::Space space(tables, situation);
    return space.feasible() == space.diagrams().no();
}

}  // namespace

bool check_possible(const CompiledTables& tables, const Job& job, Diagnostics& diagnostics) {
    const Version& version = *tables.version;
    std::vector<bool> ignored(version.impossible.size(), false);
    if (!contradicts(tables, job, ignored)) {
        return true;
    }
    for (std::size_t i = 0; i < ignored.size(); ++i) {
        ignored[i] = true;
        ignored[i] = contradicts(tables, job, ignored);
    }
    Job part = job;
    for (std::size_t i = 0; i < part.stated.size();) {
        Job fewer = part;
        fewer.stated.erase(fewer.stated.begin() + static_cast<std::ptrdiff_t>(i));
        if (contradicts(tables, fewer, ignored)) {
            part = std::move(fewer);
        } else {
            ++i;
        }
    }
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < ignored.size(); ++i) {
        if (!ignored[i]) {
            titles.push_back(version.impossible[i].title);
        }
    }
    std::vector<const Knowledge*> facts;
    for (const Knowledge& knowledge : part.stated) {
        facts.push_back(&knowledge);
    }
    std::sort(facts.begin(), facts.end(),
              [](const Knowledge* a, const Knowledge* b) { return a->span.begin < b->span.begin; });
    std::vector<std::string> names;
    for (const Knowledge* fact : facts) {
        names.push_back("`" + version.vocabulary->facts[fact->fact].name + "`");
    }
    Diagnostic& diagnostic = diagnostics.report(
        Code::L0558, facts.empty() ? Span{} : facts.front()->span,
        {fmt::format("{}", fmt::join(titles, "; ")), fmt::format("{}", fmt::join(names, texts.separator))});
    for (std::size_t i = 1; i < facts.size(); ++i) {
        diagnostic.related.push_back({facts[i]->span, facts[i]->written});
    }
    return false;
}

}  // namespace labourlex
