#include "engine/render/law_list.hpp"

#include "engine/render/page.hpp"
#include "engine/render/verdict_json.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace labourlex {

namespace {

using Json = nlohmann::ordered_json;

std::string_view evidence_word(Evidence evidence) {
    switch (evidence) {
        case Evidence::official:
            return "official";
        case Evidence::translation:
            return "translation";
        case Evidence::secondary:
            return "secondary";
        case Evidence::unverified:
            break;
    }
    return "unverified";
}

std::string_view evidence_text(Evidence evidence, const Words& words) {
    switch (evidence) {
        case Evidence::official:
            return words.evidence_official;
        case Evidence::translation:
            return words.evidence_translation;
        case Evidence::secondary:
            return words.evidence_secondary;
        case Evidence::unverified:
            break;
    }
    return words.evidence_unverified;
}

std::vector<std::string> change_days(const CompiledLaw& law) {
    std::vector<std::string> days;
    for (const Date day : law.change_dates()) days.push_back(day.text());
    return days;
}

/// How much of a list in force is encoded and how much is known to be unread.
struct ListCount {
    std::string name;
    std::size_t items = 0;
    std::size_t unseen = 0;
};

struct InForce {
    std::size_t norms = 0;
    std::size_t unseen = 0;
    std::vector<ListCount> lists;  ///< in order of declaration
};

void count_in_list(std::vector<ListCount>& lists, const Norm& norm) {
    if (norm.list.empty() || norm.permitted_list) return;
    auto found =
        std::find_if(lists.begin(), lists.end(), [&](const ListCount& list) { return list.name == norm.list; });
    if (found == lists.end()) found = lists.insert(lists.end(), {norm.list, 0, 0});
    (norm.kind == NormKind::unseen ? found->unseen : found->items) += 1;
}

InForce in_force(const CompiledLaw& law, Date day) {
    const auto version = law.consolidate(day);
    InForce count;
    count.unseen = static_cast<std::size_t>(std::count_if(
        version->norms.begin(), version->norms.end(), [](const Norm& norm) { return norm.kind == NormKind::unseen; }));
    count.norms = version->norms.size() - count.unseen;
    count.unseen += version->unseen_laws.size();
    for (const Norm& norm : version->norms) count_in_list(count.lists, norm);
    return count;
}

std::string period(const InstrumentEntry& entry, const Words& words) {
    std::string_view pattern = words.instrument_from_to;
    if (entry.in_force_to.empty()) pattern = words.instrument_from;
    if (entry.in_force_from.empty())
        pattern = entry.in_force_to.empty() ? words.instrument_always : words.instrument_to;
    return fill(pattern, {entry.in_force_from, entry.in_force_to});
}

std::string convention_title(const CompiledLaw& law, const std::string& name) {
    for (const InstrumentEntry& entry : law.instruments()) {
        if (entry.name == name) return entry.title;
    }
    return name;
}

}  // namespace

std::string laws_text(const std::vector<std::shared_ptr<const CompiledLaw>>& laws, Date today, bool colour,
                      const Words& words) {
    Page page(colour);
    for (const auto& law : laws) {
        page.heading(fill(words.law_heading, {law->jurisdiction(), law->title()}));
        const auto days = change_days(*law);
        page.paragraph(days.empty() ? std::string(words.law_unchanging)
                                    : fill(words.law_changes, {fmt::format("{}", fmt::join(days, ", "))}),
                       2);
        const InForce count = in_force(*law, today);
        page.paragraph(fill(words.law_today, {today.text(), std::to_string(count.norms), std::to_string(count.unseen)}),
                       2);
        for (const ListCount& list : count.lists) {
            page.paragraph(fill(list.unseen == 0 ? words.list_read : words.list_unread,
                                {list.name, std::to_string(list.items), std::to_string(list.unseen)}),
                           2);
        }
        for (const Ratification& ratification : law->ratifications()) {
            std::string chosen;
            for (const auto& [name, value] : ratification.parameters) {
                const auto parameter = law->vocabulary().find(name);
                const std::string& title = parameter ? law->vocabulary().facts[*parameter].title : name;
                const std::string one = fill(words.ratification_choice, {title.empty() ? name : title, value});
                chosen = chosen.empty() ? one : fill(words.ratification_choices, {chosen, one});
            }
            page.paragraph(fill(chosen.empty() ? words.ratification : words.ratification_with_choices,
                                {ratification.country, convention_title(*law, ratification.convention),
                                 ratification.date.text(), evidence_text(ratification.evidence, words), chosen}),
                           2, "- ");
            for (const std::string& note : ratification.notes) page.paragraph(fill(words.remark, {note}), 4);
        }
        for (const InstrumentEntry& entry : law->instruments()) {
            const std::string_view heading =
                entry.number.empty() ? words.instrument_heading : words.instrument_heading_number;
            page.paragraph(fill(heading, {entry.title, entry.number}), 2, "- ");
            const std::string norms = fill(entry.unseen == 0 ? words.instrument_norms : words.instrument_unseen,
                                           {std::to_string(entry.norms), std::to_string(entry.unseen)});
            page.paragraph(
                fill(words.instrument_line, {capitalised(period(entry, words)),
                                             entry.regulating ? words.instrument_regulates : words.instrument_forbids,
                                             evidence_text(entry.evidence, words), norms}),
                4);
        }
    }
    return page.text();
}

std::string laws_json(const std::vector<std::shared_ptr<const CompiledLaw>>& laws, Date today) {
    const auto text_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    Json array = Json::array();
    for (const auto& law : laws) {
        Json instruments = Json::array();
        for (const InstrumentEntry& entry : law->instruments()) {
            instruments.push_back({{"name", entry.name},
                                   {"title", entry.title},
                                   {"number", text_or_null(entry.number)},
                                   {"regulating", entry.regulating},
                                   {"in_force_from", text_or_null(entry.in_force_from)},
                                   {"in_force_to", text_or_null(entry.in_force_to)},
                                   {"evidence", evidence_word(entry.evidence)},
                                   {"norms", entry.norms},
                                   {"unseen", entry.unseen}});
        }
        const InForce count = in_force(*law, today);
        Json lists = Json::array();
        for (const ListCount& list : count.lists) {
            lists.push_back({{"name", list.name}, {"items", list.items}, {"unseen", list.unseen}});
        }
        Json ratifications = Json::array();
        for (const Ratification& ratification : law->ratifications()) {
            Json parameters = Json::object();
            for (const auto& [name, value] : ratification.parameters) parameters[name] = value;
            ratifications.push_back({{"country", ratification.country},
                                     {"convention", ratification.convention},
                                     {"title", convention_title(*law, ratification.convention)},
                                     {"date", ratification.date.text()},
                                     {"parameters", std::move(parameters)},
                                     {"evidence", evidence_word(ratification.evidence)},
                                     {"url", text_or_null(ratification.url)},
                                     {"notes", ratification.notes}});
        }
        array.push_back(
            {{"jurisdiction", law->jurisdiction()},
             {"title", law->title()},
             {"change_dates", change_days(*law)},
             {"in_force",
              {{"on", today.text()}, {"norms", count.norms}, {"unseen", count.unseen}, {"lists", std::move(lists)}}},
             {"instruments", std::move(instruments)},
             {"ratifications", std::move(ratifications)}});
    }
    return json_text(array);
}

}  // namespace labourlex
