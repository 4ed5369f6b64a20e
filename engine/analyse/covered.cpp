// Norms that change nothing: wherever they give a class, other norms decide.
//
// A norm changes nothing when every job has the same outcome without it. For each unlawful class that it gives, every
// possible job must be given that class, or a graver unlawful one, by another norm; for a lawful class the same must
// hold of lawful classes, but only among the jobs that no norm bars and some regulating act reaches, for elsewhere a
// lawful class decides nothing. All these are inclusions between diagrams.
//
// To ask every norm against all others would be quadratic. So the jobs that *two* norms give at least a class are
// gathered as the norms are read one after the other; a norm outside of that set for some job changes its outcome, and
// only norms inside of it are looked at again.
//
// Two norms that say the same cover each other, and only one can be deleted. Candidates are therefore taken off one
// after the other, the last in the text first, and what is taken off covers nothing any more: all that is reported
// could be deleted together, and after that nothing more could.
//
// Norms of the default class are left out (they state what holds anyway, as texts do), and so are unread parts.
#include "engine/analyse/count.hpp"
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace labourlex::analyse {

namespace {

/// Norms named as those that cover; more are counted.
constexpr std::size_t most_named = 4;

class Covering {
public:
    explicit Covering(Inspection& inspection)
        : inspection_(inspection), law_(inspection.law), all_(law_.diagrams()), version_(inspection.version()) {}

    void run() {
        gather();
        std::vector<NormIndex> candidates;
        for (NormIndex index = 0; index < version_.norms.size(); ++index) {
            const bool unread = version_.norms[index].kind == NormKind::unseen;
            if (!unread && gives_something(index) && !of_default(index) && covered_twice(index)) {
                candidates.push_back(index);
            }
        }
        const auto& wanted = inspection_.norms();
        for (auto index = candidates.rbegin(); index != candidates.rend(); ++index) {
            if (std::find(wanted.begin(), wanted.end(), *index) == wanted.end()) {
                continue;
            }
            if (const auto covering = covering_norms(*index)) {
                taken_off_[*index] = true;
                report(*index, *covering);
            }
        }
    }

private:
    void gather() {
        const std::size_t classes = version_.classes.size();
        taken_off_.assign(version_.norms.size(), false);
        once_.assign(classes, all_.no());
        twice_.assign(classes, all_.no());
        Diagram barred = all_.no();
        for (NormIndex index = 0; index < version_.norms.size(); ++index) {
            if (version_.norms[index].kind == NormKind::exception) {
                continue;  // it speaks through its parents
            }
            for (ClassIndex cls = 0; cls < classes; ++cls) {
                const Diagram given = law_.by_class(index)[cls];
                if (given == all_.no()) {
                    continue;
                }
                for (ClassIndex least = 0; least <= cls; ++least) {
                    if (version_.classes[least].lawful() != version_.classes[cls].lawful()) {
                        continue;
                    }
                    twice_[least] = all_.either(twice_[least], all_.both(once_[least], given));
                    once_[least] = all_.either(once_[least], given);
                }
                if (!version_.classes[cls].lawful()) {
                    barred = all_.either(barred, given);
                }
            }
        }
        lawful_decides_ = all_.choose(barred, all_.no(), law_.joint().side(0).regulated);
    }

    /// The jobs for which the norm's giving this class can decide.
    Diagram decides(NormIndex index, ClassIndex cls) {
        const Diagram given = all_.both(law_.by_class(index)[cls], law_.feasible());
        return version_.classes[cls].lawful() ? all_.both(lawful_decides_, given) : given;
    }

    bool gives_something(NormIndex index) {
        return version_.norms[index].kind != NormKind::exception &&
               std::any_of(law_.by_class(index).begin(), law_.by_class(index).end(),
                           [&](Diagram given) { return !law_.never(given); });
    }

    bool of_default(NormIndex index) {
        const ClassIndex standard = version_.default_class();
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            if (cls != standard && !law_.never(law_.by_class(index)[cls])) {
                return false;
            }
        }
        return true;
    }

    bool covered_twice(NormIndex index) {
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            if (cls != version_.default_class() &&
                all_.choose(twice_[cls], all_.no(), decides(index, cls)) != all_.no()) {
                return false;
            }
        }
        return true;
    }

    /// The norm gives this class, or a graver one as lawful or unlawful.
    Diagram at_least(NormIndex index, ClassIndex cls) {
        Diagram result = all_.no();
        for (ClassIndex graver = cls; graver < version_.classes.size(); ++graver) {
            if (version_.classes[graver].lawful() == version_.classes[cls].lawful()) {
                result = all_.either(law_.by_class(index)[graver], result);
            }
        }
        return result;
    }

    /// Norms that together cover the norm: each time the one that covers most of what is left. Nothing when some of it
    /// stays.
    std::optional<std::vector<NormIndex>> covering_norms(NormIndex index) {
        std::vector<Diagram> left;
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            left.push_back(cls == version_.default_class() ? all_.no() : decides(index, cls));
        }
        const auto without = [&](NormIndex other) {
            std::vector<Diagram> rest = left;
            for (ClassIndex cls = 0; cls < left.size(); ++cls) {
                if (rest[cls] != all_.no()) {
                    rest[cls] = all_.choose(at_least(other, cls), all_.no(), rest[cls]);
                }
            }
            return rest;
        };
        std::vector<NormIndex> others;
        for (NormIndex other = 0; other < version_.norms.size(); ++other) {
            if (other != index && !taken_off_[other] && version_.norms[other].kind != NormKind::exception &&
                without(other) != left) {
                others.push_back(other);
            }
        }
        std::vector<NormIndex> covering;
        while (std::any_of(left.begin(), left.end(), [&](Diagram rest) { return rest != all_.no(); })) {
            std::optional<NormIndex> best;
            KindCount fewest;
            for (const NormIndex other : others) {
                const std::vector<Diagram> rest = without(other);
                if (rest == left) {
                    continue;
                }
                KindCount kinds = 0;
                for (const Diagram diagram : rest) {
                    kinds += count_kinds(all_, diagram, all_levels());
                }
                if (!best || kinds < fewest) {
                    best = other;
                    fewest = kinds;
                }
            }
            if (!best) {
                return std::nullopt;
            }
            left = without(*best);
            covering.push_back(*best);
        }
        return covering;
    }

    /// Counts are compared with each other only, so all are taken over the same variables.
    const std::set<Level>& all_levels() {
        if (levels_.empty()) {
            for (Level level = 0; level < all_.levels(); ++level) {
                levels_.insert(level);
            }
        }
        return levels_;
    }

    void report(NormIndex index, const std::vector<NormIndex>& covering) {
        const std::vector<NormIndex> named(
            covering.begin(), covering.begin() + static_cast<std::ptrdiff_t>(std::min(covering.size(), most_named)));
        const std::string names = inspection_.named(named);
        const std::string why =
            covering.size() > named.size()
                ? fmt::format(fmt::runtime(finding_texts.covered_by_many), names, covering.size() - named.size())
            : named.size() == 1 ? fmt::format(fmt::runtime(finding_texts.covered_by_one), names)
                                : fmt::format(fmt::runtime(finding_texts.covered_by_several), names);
        Diagnostic& finding = inspection_.report(Code::L0621, index, {inspection_.norm(index).name, why});
        for (const NormIndex other : named) {
            finding.related.push_back({inspection_.norm(other).span, std::string(finding_texts.covers)});
        }
        Diagram given = all_.no();
        for (const Diagram of_class : law_.by_class(index)) {
            given = all_.either(given, of_class);
        }
        inspection_.add_example(
            finding, given, [&](const Situation&, const Completion&, const reference::Reading& reading) {
                return reading.given[index] != none_index &&
                       std::any_of(covering.begin(), covering.end(),
                                   [&](NormIndex other) { return reading.given[other] != none_index; });
            });
    }

    Inspection& inspection_;
    SingleLaw& law_;
    Diagrams& all_;
    const Version& version_;
    std::vector<bool> taken_off_;
    std::vector<Diagram> once_;   ///< by class: some norm gives it or a graver one, lawful and unlawful apart
    std::vector<Diagram> twice_;  ///< ... at least two norms do
    Diagram lawful_decides_ = 0;
    std::set<Level> levels_;
};

}  // namespace

void find_covered(Inspection& inspection) {
    Covering(inspection).run();
}

}  // namespace labourlex::analyse
