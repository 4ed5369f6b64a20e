// What the analyses of `check` share: the law of one day, what of it is to be reported on, and where findings go.
//
// A norm is looked at in one version, the last that holds its text, so that a law with thirty days of change is not
// told thirty times of one slip. What packs say is theirs: only texts of the jurisdiction's own files are reported on.
#pragma once

#include "engine/analyse/single_law.hpp"

#include "dsl-grammar/diagnostic.hpp"
#include "engine/law/statute_book.hpp"

#include <functional>
#include <string>
#include <vector>

namespace labourlex::analyse {

class Inspection {
public:
    /// `wanted`: whether what stands at a place is to be reported on. `another_day`: the first day of the version,
    /// where it is not the one in force today.
    Inspection(SingleLaw& law, const StatuteBook& book, const Sources& sources, std::function<bool(Span)> wanted,
               std::optional<Date> another_day, Diagnostics& found);

    SingleLaw& law;
    const StatuteBook& book;
    const Sources& sources;

    [[nodiscard]] const Version& version() const { return law.version(); }
    [[nodiscard]] const Norm& norm(NormIndex index) const { return law.version().norms[index]; }
    /// Norms to be reported on.
    [[nodiscard]] const std::vector<NormIndex>& norms() const { return norms_; }
    [[nodiscard]] bool wanted(Span span) const { return span.end > span.begin && wanted_(span); }

    /// A finding about a norm, at its name or at a place inside it.
    Diagnostic& report(Code code, NormIndex norm, std::vector<std::string> words, std::optional<Span> place = {});
    /// A finding about something else.
    Diagnostic& report(Code code, Span span, std::vector<std::string> words);
    /// Adds an example to a finding: a job of `where`, of which the reference reading finds `also`. An example that it
    /// refutes is a defect of the program and is thrown (WitnessRefuted).
    void add_example(Diagnostic& finding, Diagram where, const AlsoTrue& also);

    /// The words of the law at a place, in one line, cut where they are long.
    [[nodiscard]] std::string quoted(Span span) const;
    /// As conditions write it, whether it has a text in force or not.
    [[nodiscard]] const std::string& name_of(LimitIndex limit) const { return book.limits[limit].name; }
    /// "`a`, `b`"
    [[nodiscard]] std::string named(const std::vector<NormIndex>& norms) const;
    [[nodiscard]] std::string act_of(const Citation& citation) const;

private:
    std::function<bool(Span)> wanted_;
    std::optional<Date> another_day_;
    Diagnostics& found_;
    std::vector<NormIndex> norms_;
};

/// L0620, L0637, L0638.
void find_unmet(Inspection& inspection);
/// L0621.
void find_covered(Inspection& inspection);
/// L0623, L0624, L0625.
void find_idle_exceptions(Inspection& inspection);
void find_conflicts(Inspection& inspection);
/// L0622, L0626, L0627.
void find_idle_conditions(Inspection& inspection);
/// L0628, L0629.
void find_idle_limits(Inspection& inspection);

}  // namespace labourlex::analyse
