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
#include "engine/analyse/finding_words.hpp"
#include "engine/analyse/inspection.hpp"
#include "engine/analyse/usual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

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
            if (version_.norms[*index].kind == NormKind::unseen || offence(*index) || !decides_something(*index)) {
                continue;
            }
            if (const auto found = covering(*index, others_of_its_act(*index))) {
                taken_off_[*index] = true;
                report(*index, *found);
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

    [[nodiscard]] bool offence(NormIndex index) const {
        const Norm& norm = version_.norms[index];
        return norm.cls + 1 == version_.classes.size() && norm.citation.instrument < version_.instruments.size() &&
               !version_.instruments[norm.citation.instrument].regulating;
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

    /// The norm gives this class, or a graver one that is as lawful or unlawful.
    Diagram at_least(NormIndex index, ClassIndex cls) {
        const auto [entry, added] = at_least_.try_emplace({index, cls}, all_.no());
        for (ClassIndex graver = cls; added && graver < version_.classes.size(); ++graver) {
            if (version_.classes[graver].lawful() == version_.classes[cls].lawful()) {
                entry->second = all_.either(law_.by_class(index)[graver], entry->second);
            }
        }
        return entry->second;
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

    /// Norms of `others` that together cover the norm; nothing when some job is left. Subtracting all of them from the
    /// norm's jobs would pile up large diagrams, most of them for nothing. So one ordinary job of the norm is taken and
    /// the others are asked for it: where none gives it the class, it is the proof that the norm matters; else a norm
    /// that does is taken off, and the next job comes from what is left.
    std::optional<std::vector<NormIndex>> covering(NormIndex index, const std::vector<NormIndex>& others) {
        std::vector<NormIndex> used;
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            Diagram left = cls == version_.default_class() ? all_.no() : decides(index, cls);
            while (left != all_.no()) {
                const std::vector<std::uint32_t> job = ordinary_job(left);
                std::optional<NormIndex> best;
                for (const NormIndex other : others) {
                    if (holds_for(at_least(other, cls), job)) {
                        const bool all_of_it = all_.choose(at_least(other, cls), all_.no(), left) == all_.no();
                        best = all_of_it || !best ? other : *best;
                        if (all_of_it) {
                            break;
                        }
                    }
                }
                if (!best) {
                    return std::nullopt;
                }
                left = all_.choose(at_least(*best, cls), all_.no(), left);
                if (std::find(used.begin(), used.end(), *best) == used.end()) {
                    used.push_back(*best);
                }
            }
        }
        return used;
    }

    /// A cell of every variable, in `where`, each as quiet as can be.
    std::vector<std::uint32_t> ordinary_job(Diagram where) {
        std::vector<std::uint32_t> cells;
        const auto& variables = law_.joint().space().variables();
        for (Level level = 0; level < variables.size(); ++level) {
            std::uint32_t cell = quiet_cell(law_.joint().law(), variables[level]);
            if (!all_.is_terminal(where) && all_.level(where) == level) {
                if (all_.child(where, cell) == all_.no()) {
                    for (cell = 0; all_.child(where, cell) == all_.no(); ++cell) {
                    }
                }
                where = all_.child(where, cell);
            }
            cells.push_back(cell);
        }
        return cells;
    }

    [[nodiscard]] bool holds_for(Diagram diagram, const std::vector<std::uint32_t>& job) const {
        while (!all_.is_terminal(diagram)) {
            diagram = all_.child(diagram, job[all_.level(diagram)]);
        }
        return all_.value(diagram) != 0;
    }

    void report(NormIndex index, const std::vector<NormIndex>& covering) {
        const std::vector<NormIndex> named(
            covering.begin(), covering.begin() + static_cast<std::ptrdiff_t>(std::min(covering.size(), most_named)));
        const std::string names = inspection_.named(named);
        const std::string why =
            named.empty() ? std::string(finding_texts.covered_by_bars)
            : covering.size() > named.size()
                ? fmt::format(fmt::runtime(finding_texts.covered_by_many), names, covering.size() - named.size())
            : named.size() == 1 ? fmt::format(fmt::runtime(finding_texts.covered_by_one), names)
                                : fmt::format(fmt::runtime(finding_texts.covered_by_several), names);
        Diagnostic& finding = inspection_.report(Code::L0621, index, {inspection_.norm(index).name, why});
        for (const NormIndex other : named) {
            finding.related.push_back({inspection_.norm(other).span, std::string(finding_texts.covers)});
        }
        Diagram decided = all_.no();
        Diagram given = all_.no();
        for (ClassIndex cls = 0; cls < version_.classes.size(); ++cls) {
            given = all_.either(law_.by_class(index)[cls], given);
            decided = cls == version_.default_class() ? decided : all_.either(decides(index, cls), decided);
        }
        inspection_.add_example(
            finding, decided == all_.no() ? all_.both(given, law_.feasible()) : decided,
            [&](const Situation&, const Completion&, const reference::Reading& reading) {
                return reading.given[index] != none_index &&
                       (covering.empty() || std::any_of(covering.begin(), covering.end(), [&](NormIndex other) {
                            return reading.given[other] != none_index;
                        }));
            });
    }

    Inspection& inspection_;
    SingleLaw& law_;
    Diagrams& all_;
    const Version& version_;
    std::vector<bool> taken_off_;
    std::optional<Diagram> lawful_decides_;
    std::map<std::pair<NormIndex, ClassIndex>, Diagram> at_least_;
};

}  // namespace

void find_covered(Inspection& inspection) {
    Covering(inspection).run();
}

}  // namespace labourlex::analyse
