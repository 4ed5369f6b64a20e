// Norms that change nothing: wherever they give a class, other norms decide.
//
// A norm changes nothing when every job has the same outcome without it. For each unlawful class that it gives, every
// possible job must be given that class, or a graver unlawful one, by another norm; for a lawful class the same must
// hold of lawful classes, but only among the jobs that no norm bars and some regulating act reaches, for elsewhere a
// lawful class decides nothing. All these are inclusions between diagrams.
//
// Two norms that say the same cover each other, and only one can be deleted. Candidates are therefore taken off one
// after the other, the last in the text first, and what is taken off covers nothing any more: all that is reported
// could be deleted together, and after that nothing more could.
//
// Only norms of one act are held against each other. That a criminal code, a labour code and a convention forbid the
// same is how law is layered: each binds somebody else or carries another penalty, and none of them is a slip.
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
        taken_off_.assign(version_.norms.size(), false);
        const auto& wanted = inspection_.norms();
        for (auto index = wanted.rbegin(); index != wanted.rend(); ++index) {
            if (version_.norms[*index].kind == NormKind::unseen || !decides_something(*index)) {
                continue;
            }
            const std::vector<NormIndex> others = others_of_its_act(*index);
            if (covered_by(*index, others)) {
                taken_off_[*index] = true;
                report(*index, few_of(*index, others));
            }
        }
    }

private:
    /// The jobs for which the norm's giving this class can decide.
    Diagram decides(NormIndex index, ClassIndex cls) {
        const Diagram given = all_.both(law_.by_class(index)[cls], law_.feasible());
        return version_.classes[cls].lawful() ? all_.both(where_lawful_classes_decide(), given) : given;
    }

    /// No norm bars the job, and a regulating act reaches it. Made only where some norm needs it: it is a large
    /// diagram.
    Diagram where_lawful_classes_decide() {
        if (!lawful_decides_) {
            Diagram barred = all_.no();
            for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
                if (!version_.classes[cls].lawful()) {
                    barred = all_.either(law_.joint().side(0).given[cls], barred);
                }
            }
            lawful_decides_ = all_.choose(barred, all_.no(), law_.joint().side(0).regulated);
        }
        return *lawful_decides_;
    }

    /// It gives another class than the default to some possible job.
    bool decides_something(NormIndex index) {
        if (version_.norms[index].kind == NormKind::exception) {
            return false;  // it speaks through its parents
        }
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            if (cls != version_.default_class() && !law_.never(law_.by_class(index)[cls])) {
                return true;
            }
        }
        return false;
    }

    /// The jobs for which the norm decides beside the default, by class.
    std::vector<Diagram> all_it_decides(NormIndex index) {
        std::vector<Diagram> result;
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            result.push_back(cls == version_.default_class() ? all_.no() : decides(index, cls));
        }
        return result;
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

    std::vector<NormIndex> others_of_its_act(NormIndex index) {
        std::vector<NormIndex> others;
        for (NormIndex other = 0; other < version_.norms.size(); ++other) {
            if (other != index && !taken_off_[other] && version_.norms[other].kind != NormKind::exception &&
                version_.norms[other].citation.instrument == version_.norms[index].citation.instrument) {
                others.push_back(other);
            }
        }
        return others;
    }

    /// What is left of `jobs`, by class, once a norm has given the same class or a graver one.
    void take_off(std::vector<Diagram>& jobs, NormIndex other) {
        for (ClassIndex cls = 0; cls < jobs.size(); ++cls) {
            if (jobs[cls] != all_.no()) {
                jobs[cls] = all_.choose(at_least(other, cls), all_.no(), jobs[cls]);
            }
        }
    }

    [[nodiscard]] bool none(const std::vector<Diagram>& jobs) const {
        return std::all_of(jobs.begin(), jobs.end(), [&](Diagram diagram) { return diagram == all_.no(); });
    }

    bool covered_by(NormIndex index, const std::vector<NormIndex>& others) {
        std::vector<Diagram> left = all_it_decides(index);
        for (const NormIndex other : others) {
            if (none(left)) {
                return true;
            }
            take_off(left, other);
        }
        return none(left);
    }

    /// Norms of `others` that together cover the norm: each time the one that leaves least.
    std::vector<NormIndex> few_of(NormIndex index, const std::vector<NormIndex>& others) {
        std::vector<Diagram> left = all_it_decides(index);
        std::vector<NormIndex> covering;
        while (!none(left)) {
            std::optional<NormIndex> best;
            KindCount fewest;
            for (const NormIndex other : others) {
                std::vector<Diagram> rest = left;
                take_off(rest, other);
                KindCount kinds = 0;
                for (const Diagram diagram : rest) {
                    kinds += count_kinds(all_, diagram, all_levels());
                }
                if (rest != left && (!best || kinds < fewest)) {
                    best = other;
                    fewest = kinds;
                }
            }
            covering.push_back(best.value());
            take_off(left, *best);
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
    std::optional<Diagram> lawful_decides_;
    std::set<Level> levels_;
};

}  // namespace

void find_covered(Inspection& inspection) {
    Covering(inspection).run();
}

}  // namespace labourlex::analyse
