#include "cli/commands.hpp"

namespace labourlex::cli {

namespace {

constexpr CommandEntry table[] = {
    {"classify", "Tells, for a described job, its class and on which provisions",
     "labourlex classify examples/bread-stall.yaml\n"
     "labourlex classify job.yaml --law tj --on 2020-05-01\n"
     "labourlex classify --format json one.yaml two.yaml\n"
     "labourlex classify - --law kz < job.json",
     declare_classify},
    {"table", "Shows the decision tables that the law compiles to",
     "labourlex table tj\n"
     "labourlex table kz --on 2014-01-01 --format markdown\n"
     "labourlex table tj --format html > tj.html",
     declare_table},
    {"test", "Runs case files and says which rules they reach",
     "labourlex test\n"
     "labourlex test rulesets/tj\n"
     "labourlex test --coverage tj\n"
     "labourlex test my-cases.yaml --format json",
     declare_test},
    {"cases", "Writes jobs just inside and just outside each norm, for a person to judge",
     "labourlex cases tj > to-judge.yaml\n"
     "labourlex cases kz --on 2014-01-01",
     declare_cases},
    {"check", "Compiles rulesets and lists what is wrong or doubtful in them",
     "labourlex check\n"
     "labourlex check rulesets/tj\n"
     "labourlex check --format sarif > findings.sarif",
     declare_check},
    {"fmt", "Puts `.law` files in their one layout",
     "labourlex fmt rulesets/tj/labour-code-2016.law\n"
     "labourlex fmt --check rulesets/*/*.law",
     declare_fmt},
    {"laws", "Lists jurisdictions, versions in force, instruments and how well they are known",
     "labourlex laws\n"
     "labourlex laws --format json",
     declare_laws},
    {"doc", "Prints the page of a jurisdiction: what is encoded, how it is known, what was not read, what is in doubt",
     "labourlex doc tj\n"
     "labourlex doc kz --on 2020-05-01 > kz.md",
     declare_doc},
    {"facts", "Lists the facts that a job may state",
     "labourlex facts\n"
     "labourlex facts tj\n"
     "labourlex facts --codes tasks\n"
     "labourlex facts kz --format json",
     declare_facts},
    {"find", "Finds the codes of tasks, hazards, occupations and branches by their names",
     "labourlex find cotton picker\n"
     "labourlex find \"shoe shiner\" --format json",
     declare_find},
    {"completion", "Prints a completion script for a shell",
     "source <(labourlex completion bash)\n"
     "labourlex completion zsh > ~/.zfunc/_labourlex\n"
     "labourlex completion fish > ~/.config/fish/completions/labourlex.fish",
     declare_completion},
};

}  // namespace

std::span<const CommandEntry> command_table() {
    return table;
}

std::optional<Date> read_day(Session& session, const std::string& text) {
    const auto date = Date::parse(text);
    if (!date) session.diagnostics.report(Code::L0722, session.place_of(text), {text});
    return date;
}

}  // namespace labourlex::cli
