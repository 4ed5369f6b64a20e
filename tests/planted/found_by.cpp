#include "tests/planted/found_by.hpp"

#include "engine/analyse/findings.hpp"

#include <fmt/format.h>

#include <set>

namespace labourlex::planted {

Findings findings_of(const CompiledLaw& law, Date on, const Sources& sources, const Diagnostics& compiling) {
    Diagnostics found = compiling;
    analyse::CheckOptions options;
    options.on = on;
    analyse::find_by_analysis(law, sources, options, found);
    Findings result;
    for (const Diagnostic& diagnostic : found.all()) {
        if (entry_of(diagnostic.code).severity == Severity::note) {
            continue;  // a count of what was not read is no finding
        }
        ++result[{std::string(entry_of(diagnostic.code).name), diagnostic.words}];
    }
    return result;
}

std::vector<std::string> new_findings(const Findings& before, const Findings& after) {
    std::set<std::string> codes;
    for (const auto& [finding, times] : after) {
        const auto known = before.find(finding);
        if (known == before.end() || known->second < times) {
            codes.insert(finding.first);
        }
    }
    return {codes.begin(), codes.end()};
}

Conforming conforming(const std::shared_ptr<const Version>& national, const CompiledLaw& conventions) {
    Conforming result;
    analyse::Obligations obligations =
        analyse::obligations_of(*national, *conventions.consolidate(national->date), conventions.ratifications());
    if (obligations.conventions.empty()) {
        return result;
    }
    const auto joined = analyse::join(national, "national", obligations.version, "ilo");
    if (!joined.law) {
        return result;
    }
    analyse::ConformityOptions options;
    options.most_boxes = 0;
    options.stricter = false;
    options.witnesses = false;
    const analyse::Conformity found = analyse::conformity(*joined.law, std::move(obligations), options);
    result.judged = found.complete;
    for (const analyse::ArticleGap& gap : found.gaps) {
        result.gaps[gap.norm] = {gap.certain.get_str(), gap.hinging.get_str()};
    }
    return result;
}

std::map<std::string, std::string> other_provisions(const Conforming& before, const Conforming& after) {
    const auto said = [](const Conforming& conforming, const std::string& norm) -> std::string {
        const auto gap = conforming.gaps.find(norm);
        return gap == conforming.gaps.end() ? "kept" : gap->second.first + " certain, " + gap->second.second + " open";
    };
    std::set<std::string> norms;
    for (const Conforming* conforming : {&before, &after}) {
        for (const auto& [norm, gap] : conforming->gaps) {
            norms.insert(norm);
        }
    }
    std::map<std::string, std::string> result;
    for (const std::string& norm : norms) {
        if (said(before, norm) != said(after, norm)) {
            result[norm] = fmt::format("{}: {} -> {}", norm, said(before, norm), said(after, norm));
        }
    }
    return result;
}

}  // namespace labourlex::planted
