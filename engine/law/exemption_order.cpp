#include "engine/law/exemption_order.hpp"

#include <algorithm>
#include <functional>

namespace labourlex {

namespace {

/// Everything that must be read before `start` is, `start` included, contains `wanted`.
bool needs_first(const Version& version, const std::vector<std::vector<NormIndex>>& first, NormIndex start,
                 NormIndex wanted) {
    std::vector<bool> seen(version.norms.size());
    std::vector<NormIndex> open{start};
    while (!open.empty()) {
        const NormIndex norm = open.back();
        open.pop_back();
        if (norm == wanted) {
            return true;
        }
        if (!seen[norm]) {
            seen[norm] = true;
            open.insert(open.end(), version.norms[norm].exceptions.begin(), version.norms[norm].exceptions.end());
            open.insert(open.end(), first[norm].begin(), first[norm].end());
        }
    }
    return false;
}

}  // namespace

std::vector<std::vector<NormIndex>> exemptions_read_first(const Version& version) {
    std::vector<std::vector<NormIndex>> first(version.norms.size());
    for (NormIndex index = 0; index < version.norms.size(); ++index) {
        const Norm& norm = version.norms[index];
        if (norm.kind != NormKind::exception || norm.exemption) {
            continue;
        }
        std::vector<bool> seen(version.norms.size());
        const std::function<void(NormIndex)> climb = [&](NormIndex below) {
            for (const NormIndex parent : version.norms[below].parents) {
                if (seen[parent]) {
                    continue;
                }
                seen[parent] = true;
                for (const NormIndex exemption : version.norms[parent].exceptions) {
                    if (version.norms[exemption].exemption &&
                        std::find(first[index].begin(), first[index].end(), exemption) == first[index].end() &&
                        !needs_first(version, first, exemption, index)) {
                        first[index].push_back(exemption);
                    }
                }
                climb(parent);
            }
        };
        climb(index);
    }
    return first;
}

}  // namespace labourlex
