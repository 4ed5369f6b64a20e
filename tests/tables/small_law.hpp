// A small law that has one of everything a page of tables shows.
#pragma once

#include "tests/support/version_builder.hpp"

namespace labourlex::test {

inline std::shared_ptr<const Version> small_law() {
    VersionBuilder law;
    const FactIndex age = law.number("age", "Age in completed years", "years", 0, 120, true);
    const FactIndex sex = law.choice("sex", "Sex", {{"female", "Female"}, {"male", "Male"}});
    const FactIndex hours = law.number("hours_per_day", "Hours a day", "hours", 0, 24);
    const FactIndex load = law.number("load_kg", "Heaviest load lifted or carried by hand", "kg", 0, 500);
    const FactIndex consent = law.yes_no("parental_consent", "Consent of a parent | guardian");
    const FactIndex night = law.yes_no("night_work", "Night work");
    Taxonomy isic("isic", "ISIC Rev.4", true);
    const CodeIndex farming = *isic.add("A", "Agriculture, forestry and fishing", no_code);
    isic.add("01", "Crop and animal production, hunting and related service activities", farming);
    isic.add("05", "Mining of coal and lignite", no_code);
    const FactIndex sector = law.code_fact("sector", "Branch of activity", FactType::code, law.taxonomy(isic));
    Taxonomy task("task", "Tasks", false);
    task.add("cotton-picking", "Cotton picking", no_code);
    task.add("weeding", "Weeding <by hand>", no_code);
    const FactIndex tasks = law.code_fact("tasks", "Tasks", FactType::code_set, law.taxonomy(task));
    FactDeclaration edge;
    edge.name = "edge_of_decree";
    edge.title = "The decree of 2020 is in force";
    edge.role = FactRole::question;
    edge.choices = {{"no", "no", {}}, {"yes", "yes", {}}};
    const FactIndex edge_question = law.fact(edge);

    Instrument& code = law.version.instruments[0];
    code.number = "12";
    code.adopted = Date::parse("2011-03-07");
    code.url = "https://example.org/code?a=1&b=2";
    code.reach_provision = "art. 2";
    code.notes = {"Read in the consolidation of 2019."};
    code.reaches = law.under(age, 18);
    Instrument decree;
    decree.name = "xx.decree";
    decree.title = "Decree on harmful work";
    decree.evidence = Evidence::secondary;
    decree.in_force = law.yes(edge_question);
    law.version.instruments.push_back(decree);

    const Condition field =
        law.define("field-work", "Work in the field",
                   any({law.codes(Atom::Kind::code, sector, {"01"}),
                        law.codes(Atom::Kind::set_includes, tasks, {"cotton-picking", "weeding"})}));
    law.version.clock_terms[night] = any({all({law.under(age, 16), law.overlaps(20 * 60, 7 * 60, night)}),
                                          all({negation(law.under(age, 16)), law.overlaps(22 * 60, 6 * 60, night)})});

    Limit limit;
    limit.name = "xx.max-load";
    limit.title = "Greatest load";
    limit.fact = load;
    limit.axes = {age, sex};
    limit.citation = {1, "annex 2", "", Evidence::secondary};
    limit.notes = {"The figures for girls of 14 to 15 were not seen."};
    limit.in_force = law.yes(edge_question);
    const auto row = [&](int from, int to, std::size_t who, LimitCell cell, const std::string& label) {
        limit.rows.push_back(
            {all({law.at_least(age, from), law.compare(age, Comparison::at_most, to), law.is(sex, {who})}),
             cell,
             {label, who == 0 ? "female" : "male"}});
    };
    LimitCell open;
    open.kind = LimitCell::Kind::open;
    open.low = 4;
    LimitCell between = open;
    between.low = 16;
    between.high = 17;
    LimitCell number;
    number.low = Rational(41, 10);
    LimitCell barred;
    barred.not_allowed = true;
    row(14, 15, 0, open, "14 to 15");
    row(14, 15, 1, between, "14 to 15");
    row(16, 17, 0, barred, "16 to 17");
    row(16, 17, 1, number, "16 to 17");
    law.version.limits.push_back({limit});

    const NormIndex minimum = law.rule("minimum-age", "General minimum age", law.under(age, 15), "prohibited");
    law.version.norms[minimum].rows = {"xx-01", "xx-02"};
    const NormIndex light =
        law.exception("light-work", "Light work", {minimum},
                      all({law.at_least(age, 13), law.under(age, 15),
                           law.compare(hours, Comparison::at_most, Rational(5, 2)), negation(field)}),
                      "light-work");
    law.version.norms[light].needs = law.yes(consent);
    law.exception("not-at-night", "No light work at night", {light}, law.yes(night), "");
    const NormIndex overload =
        law.rule("overload", "Load above the limit",
                 any({law.limit(load, Comparison::over, 0),
                      all({law.yes(night), law.limit(load, Comparison::over, 0, Rational(1, 2))})}),
                 "hazardous");
    law.version.norms[overload].citation = {1, "annex 2, \"note\"", "https://example.org/decree", Evidence::secondary};
    law.version.norms[overload].notes = {"Whether halves are rounded is not said."};

    const auto item = [&](const std::string& name, const std::string& title, const Condition& when,
                          const std::string& section) {
        const NormIndex index = law.norm(NormKind::item, "list." + name, title, when, "hazardous");
        Norm& norm = law.version.norms[index];
        norm.list = "xx.list";
        norm.section = section;
        norm.shared = law.under(age, 18);
        norm.citation = {1, "list, " + name, "", Evidence::translation};
        norm.in_force = law.yes(edge_question);
    };
    item("I.1", "Coal mining", law.codes(Atom::Kind::code, sector, {"05"}), "I Mining");
    item("II.1", "Hard field work of long hours or with loads",
         all({field, any({law.compare(hours, Comparison::over, 6), law.compare(load, Comparison::over, 10)})}),
         "II Agriculture");

    const NormIndex written =
        law.norm(NormKind::requirement, "written-consent", "Written consent of a parent", law.under(age, 16));
    law.version.norms[written].needs = law.yes(consent);
    law.version.norms[written].strength = Strength::formal;
    law.norm(NormKind::duty, "yearly-exam", "Yearly medical examination at the employer's cost", always());
    const NormIndex unseen =
        law.norm(NormKind::unseen, "annex-3", "Annex 3, not obtained", law.yes(night), "worst-form");
    law.version.norms[unseen].blocking = true;
    law.rule("emergency", "A rule for no job", never(), "prohibited");
    law.version.impossible.push_back({"longer than a day", law.compare(hours, Comparison::over, 24), {}});
    law.version.unseen_laws.push_back({"xx.before",
                                       "The law before",
                                       {0, "all of it", "", Evidence::unverified},
                                       always(),
                                       law.under(age, 18),
                                       {"Not obtained."},
                                       {}});
    law.version.questions.push_back({edge_question, {}, {}, true});
    return law.build();
}

}  // namespace labourlex::test
