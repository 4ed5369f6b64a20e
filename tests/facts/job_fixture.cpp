#include "tests/facts/job_fixture.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

namespace labourlex::testing {

namespace {

FactDeclaration fact(std::string name, FactType type) {
    FactDeclaration declaration;
    declaration.name = std::move(name);
    declaration.type = type;
    return declaration;
}

FactDeclaration number(std::string name, bool whole, std::string unit, std::int64_t low, std::int64_t high) {
    FactDeclaration declaration = fact(std::move(name), FactType::number);
    declaration.whole = whole;
    declaration.unit = std::move(unit);
    declaration.low = low;
    declaration.high = high;
    return declaration;
}

FactDeclaration choice(std::string name, FactType type, const std::vector<std::string>& names) {
    FactDeclaration declaration = fact(std::move(name), type);
    for (const std::string& each : names) declaration.choices.push_back({each, each, {}});
    return declaration;
}

FactDeclaration code(std::string name, FactType type, TaxonomyIndex taxonomy) {
    FactDeclaration declaration = fact(std::move(name), type);
    declaration.taxonomy = taxonomy;
    return declaration;
}

Taxonomy classification(const std::string& name, const std::string& title) {
    Sources sources;
    Diagnostics diagnostics;
    const auto source = sources.add(name, contents_of(LABOURLEX_SOURCE_DIR "/rulesets/common/data/" + name + ".csv"));
    Taxonomy taxonomy = read_classification(name, title, sources, source, diagnostics);
    REQUIRE(diagnostics.empty());
    return taxonomy;
}

Taxonomy tasks() {
    Taxonomy taxonomy("tasks", "tasks", false);
    const auto selling = taxonomy.add("selling", "selling", no_code);
    const auto street = taxonomy.add("street-vending", "street vending", *selling, {}, {"hawking"});
    taxonomy.add("kiosk-sales", "sales in a kiosk", *selling);
    taxonomy.add("newspaper-sales", "sale of newspapers", *street);
    taxonomy.add("load-carrying", "carrying loads", no_code);
    taxonomy.finish();
    return taxonomy;
}

Taxonomy coercion() {
    Taxonomy taxonomy("coercion", "coercion", false);
    taxonomy.add("trafficking", "trafficking", no_code);
    taxonomy.add("debt-bondage", "debt bondage", no_code);
    taxonomy.finish();
    return taxonomy;
}

Vocabulary make_vocabulary() {
    Vocabulary vocabulary;
    vocabulary.taxonomies.push_back(classification("isic4", "ISIC Rev.4"));
    vocabulary.taxonomies.push_back(classification("isco08", "ISCO-08"));
    vocabulary.taxonomies.push_back(tasks());
    vocabulary.taxonomies.push_back(coercion());
    vocabulary.facts = {
        number("age", true, "years", 0, 120),
        number("load_kg", false, "kg", 0, 500),
        number("hours_per_day", false, "hours", 0, 24),
        number("passengers", true, "", 0, 100),
        choice("sex", FactType::choice, {"female", "male"}),
        choice("program", FactType::choice, {"4-H", "none", "no"}),
        choice("paid", FactType::yes_no, {"no", "yes"}),
        code("sector", FactType::code, 0),
        code("occupation", FactType::code, 1),
        code("tasks", FactType::code_set, 2),
        code("coercion", FactType::code_set, 3),
        code("sectors", FactType::code_set, 0),
        code("main_task", FactType::code, 2),
        fact("start_time", FactType::time_of_day),
        number("declared_minimum_age", true, "years", 14, 18),
        choice("summer", FactType::yes_no, {"no", "yes"}),
        number("depth_m", false, "m", 0, 100),
        number("depth_ft", false, "ft", 0, 1000),
    };
    const auto of = [&](const char* name) -> FactDeclaration& { return vocabulary.facts[*vocabulary.find(name)]; };
    of("declared_minimum_age").role = FactRole::parameter;
    of("declared_minimum_age").fixed.emplace().number = 16;
    of("summer").role = FactRole::season;
    of("depth_ft").linked_to = *vocabulary.find("depth_m");
    of("depth_ft").linked_factor = Rational(3048, 10000);
    return vocabulary;
}

const char* name_of(Code code) {
    return entry_of(code).name.data();
}

std::string codes_of(const Diagnostics& diagnostics) {
    std::string codes;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        codes += (codes.empty() ? "" : " ") + std::string(name_of(diagnostic.code));
    }
    return codes;
}

}  // namespace

std::string contents_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    INFO(path);
    REQUIRE(file.good());
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const Vocabulary& small_vocabulary() {
    static const Vocabulary vocabulary = make_vocabulary();
    return vocabulary;
}

const Knowledge& ReadJob::known(const std::string& fact) const {
    INFO(report());
    REQUIRE(job.has_value());
    const Knowledge* knowledge = job->find(small_vocabulary().find(fact).value());
    REQUIRE(knowledge != nullptr);
    return *knowledge;
}

std::string ReadJob::codes() const {
    return codes_of(diagnostics);
}

std::string ReadJob::report() const {
    return report_of(diagnostics, sources);
}

std::string report_of(const Diagnostics& diagnostics, const Sources& sources) {
    std::ostringstream lines;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const Place place = sources.place(diagnostic.span.source, diagnostic.span.begin);
        lines << place.line << ':' << place.column << ' ' << name_of(diagnostic.code) << ' ' << diagnostic.message()
              << "; " << diagnostic.advice() << " [" << sources.slice(diagnostic.span) << "]\n";
        for (const RelatedPlace& related : diagnostic.related) {
            const Place first = sources.place(related.span.source, related.span.begin);
            lines << "    " << first.line << ':' << first.column << ' ' << related.text << '\n';
        }
    }
    return lines.str();
}

ReadJob read_job(const std::string& text, JobTextFormat format) {
    ReadJob result;
    const auto source = result.sources.add("job", text);
    const auto tree = read_job_text(result.sources, source, format, result.diagnostics);
    if (!tree) return result;
    auto heading = read_heading(*tree, result.diagnostics);
    result.job =
        bind_job(*tree, heading.value_or(JobHeading{}), small_vocabulary(), {"trench_depth_m"}, result.diagnostics);
    if (!heading) result.job.reset();
    return result;
}

std::string text_codes(const std::string& text, JobTextFormat format) {
    Sources sources;
    Diagnostics diagnostics;
    const auto source = sources.add("job", text);
    const auto tree = read_job_text(sources, source, format, diagnostics);
    CHECK(tree.has_value() == diagnostics.empty());
    return codes_of(diagnostics);
}

}  // namespace labourlex::testing
