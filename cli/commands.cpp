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
     "labourlex table tj --format html > tj.html\n"
     "labourlex table kz --format dmn > kz.dmn",
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
    {"consolidate", "Prints the law as in force on a day, with every amendment carried out",
     "labourlex consolidate tj --on 2018-01-01\n"
     "labourlex consolidate tj+draft.law\n"
     "labourlex consolidate kz@2020-01-01 --format html > kz.html",
     declare_consolidate},
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
    {"diff", "Tells exactly which jobs change class between two laws: two days, a draft, two encodings, two countries",
     "labourlex diff tj@2013-01-01 tj@2020-01-01\n"
     "labourlex diff tj tj+examples/draft-bricks.law\n"
     "labourlex diff tj tj+examples/draft-bricks.law --cases tj\n"
     "labourlex diff tj@2013-01-01 tj@2020-01-01 --by-window\n"
     "labourlex diff kz kg --format html > kz-kg.html",
     declare_diff},
    {"conform", "Tells exactly where a law falls short of the conventions that bind the country",
     "labourlex conform tj --against ilo\n"
     "labourlex conform az --on 2022-01-01 --format markdown",
     declare_conform},
    {"matrix", "Computes the table of legal standards: minimum ages, hazardous work, worst forms, schooling",
     "labourlex matrix kg\n"
     "labourlex matrix --on 2024-01-01 --format markdown",
     declare_matrix},
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

std::optional<LawName> read_law_name(Session& session, const std::string& text, const std::optional<std::string>& on) {
    auto name = parse_law_name(text, session.place_of(text), session.diagnostics);
    if (!name || !on) return name;
    if (name->on) {
        session.diagnostics.report(Code::L0756, session.place_of(*on), {text});
        return std::nullopt;
    }
    name->on = read_day(session, *on);
    if (!name->on) return std::nullopt;
    return name;
}

std::optional<std::size_t> read_count(Session& session, const std::string& text) {
    const bool digits = !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t number = digits ? std::stoul(text) : 0;
    if (number < 1 || number > 1000) {
        session.diagnostics.report(Code::L0761, session.place_of(text), {text});
        return std::nullopt;
    }
    return number;
}

}  // namespace labourlex::cli
