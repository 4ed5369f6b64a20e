// Classifies a job written in a test under a law written in a test.
#pragma once

#include "engine/decide/classify.hpp"
#include "engine/facts/job_reader.hpp"
#include "engine/tables/decision_table.hpp"
#include "tests/support/inline_law.hpp"

#include <stdexcept>

namespace labourlex::test {

/// The tables of `law` on a day, and jobs bound to its vocabulary.
class Bench {
public:
    explicit Bench(const std::string& text, const char* date = "2020-01-01") : law_(compile_inline(text)) {
        if (!law_.law) {
            throw std::runtime_error(law_.shown());
        }
        tables_ = lower(law_.on(date));
    }

    /// `yaml`: a flow mapping of facts, `{age: 14}`.
    Job job(const std::string& yaml) {
        Sources sources;
        Diagnostics diagnostics;
        const auto source = sources.add("job.yaml", yaml);
        const auto node = read_job_text(sources, source, JobTextFormat::yaml, diagnostics);
        auto bound = node ? bind_job(*node, JobHeading{}, law_.law->vocabulary(), {}, diagnostics) : std::nullopt;
        if (!bound) {
            throw std::runtime_error(render(diagnostics, sources, DiagnosticFormat::plain));
        }
        return *bound;
    }

    Verdict verdict(const std::string& yaml, bool strict = false) {
        ClassifyOptions options;
        options.strict = strict;
        return classify(tables_, job(yaml), options);
    }

    bool possible(const std::string& yaml) {
        Diagnostics diagnostics;
        const bool result = check_possible(tables_, job(yaml), diagnostics);
        last_ = diagnostics;
        return result;
    }

    [[nodiscard]] const CompiledTables& tables() const { return tables_; }
    [[nodiscard]] const Diagnostics& last() const { return last_; }

private:
    InlineLaw law_;
    CompiledTables tables_;
    Diagnostics last_;
};

inline std::vector<std::string> missing_of(const Verdict& verdict) {
    std::vector<std::string> names;
    for (const VerdictMissing& missing : verdict.missing) {
        names.push_back(missing.fact);
    }
    return names;
}

inline std::vector<std::string> assumed_of(const Verdict& verdict) {
    std::vector<std::string> names;
    for (const VerdictAssumption& assumption : verdict.assumptions) {
        names.push_back(assumption.fact);
    }
    return names;
}

}  // namespace labourlex::test
