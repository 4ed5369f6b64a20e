#include "engine/render/country_count.hpp"

#include "engine/law/statute_book.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace labourlex {

namespace {

std::optional<CountedKind> counted(NormKind kind) {
    switch (kind) {
        case NormKind::rule:
            return CountedKind::rule;
        case NormKind::item:
        case NormKind::permission:
            return CountedKind::item;
        case NormKind::exception:
            return CountedKind::exception;
        case NormKind::requirement:
            return CountedKind::requirement;
        case NormKind::duty:
            return CountedKind::duty;
        case NormKind::unseen:
            break;
    }
    return std::nullopt;
}

void add(EvidenceCount& count, CountedKind kind, Evidence evidence) {
    ++count.texts[static_cast<std::size_t>(kind)][static_cast<std::size_t>(evidence)];
}

void add(EvidenceCount& count, const Norm& norm) {
    const auto kind = counted(norm.kind);
    if (!kind) {
        ++count.unseen;
    } else {
        add(count, *kind, norm.citation.evidence);
    }
}

/// Whether the norm is an entry of a list. A permitted list stands under its own name as an exception: no entry.
bool is_entry(const Norm& norm) {
    return !norm.list.empty() && !norm.permitted_list;
}

}  // namespace

bool has_instrument(const StatuteBook& book, InstrumentIndex instrument) {
    return instrument == none_index || !book.instruments[instrument].reaches_nobody_here;
}

std::size_t EvidenceCount::of_kind(CountedKind kind) const {
    const auto& by_evidence = texts[static_cast<std::size_t>(kind)];
    return std::accumulate(by_evidence.begin(), by_evidence.end(), std::size_t{0});
}

std::size_t EvidenceCount::of_evidence(Evidence evidence) const {
    std::size_t sum = 0;
    for (const auto& by_evidence : texts) sum += by_evidence[static_cast<std::size_t>(evidence)];
    return sum;
}

std::size_t EvidenceCount::all() const {
    std::size_t sum = 0;
    for (std::size_t kind = 0; kind < counted_kinds; ++kind) sum += of_kind(static_cast<CountedKind>(kind));
    return sum;
}

EvidenceCount count_ever(const CompiledLaw& law) {
    const StatuteBook& book = law.book();
    EvidenceCount count;
    for (const TextIndex text : book.order) {
        const Norm& norm = book.texts[text].norm;
        if (has_instrument(book, norm.citation.instrument)) add(count, norm);
    }
    for (const LimitFamily& family : book.limits) {
        for (const EnactedLimit& enacted : family.texts) {
            const Citation& citation = enacted.limit.citation;
            if (has_instrument(book, citation.instrument)) add(count, CountedKind::limit, citation.evidence);
        }
    }
    count.unseen += book.unseen_laws.size();
    return count;
}

EvidenceCount count_in_force(const Version& version) {
    EvidenceCount count;
    for (const Norm& norm : version.norms) add(count, norm);
    for (const auto& texts : version.limits) {
        for (const Limit& limit : texts) add(count, CountedKind::limit, limit.citation.evidence);
    }
    count.unseen += version.unseen_laws.size();
    return count;
}

std::size_t instruments_in_force(const Version& version) {
    return static_cast<std::size_t>(
        std::count_if(version.instruments.begin(), version.instruments.end(),
                      [](const Instrument& instrument) { return !instrument.in_force.never(); }));
}

std::vector<ListShare> list_shares(const CompiledLaw& law, const Version& version) {
    const StatuteBook& book = law.book();
    std::vector<ListShare> shares;
    for (const ListFamily& family : book.lists) {
        if (family.texts.empty() || !has_instrument(book, family.texts.front().citation.instrument)) continue;
        ListShare share;
        share.name = family.name;
        share.citation = family.texts.front().citation;
        for (const TextIndex text : book.order) {
            const Norm& norm = book.texts[text].norm;
            if (!is_entry(norm) || norm.list != family.name) continue;
            ++(norm.kind == NormKind::unseen ? share.unseen_ever : share.items_ever);
        }
        for (const Norm& norm : version.norms) {
            if (!is_entry(norm) || norm.list != family.name) continue;
            ++(norm.kind == NormKind::unseen ? share.unseen_on : share.items_on);
        }
        shares.push_back(std::move(share));
    }
    return shares;
}

}  // namespace labourlex
