#include "engine/exchange/exchange.hpp"

#include "engine/exchange/model_of_law.hpp"
#include "engine/exchange/refusal.hpp"
#include "engine/exchange/writers.hpp"

namespace labourlex {

std::optional<ExchangeFormat> exchange_format(std::string_view name) {
    if (name == "dmn") return ExchangeFormat::dmn;
    if (name == "zen") return ExchangeFormat::zen;
    return std::nullopt;
}

std::optional<std::string> export_tables(const CompiledTables& tables, ExchangeFormat format, Span asked_at,
                                         Diagnostics& diagnostics) {
    using exchange::ExchangeWord;
    try {
        const exchange::DecisionModel model = exchange::model_of_law(tables);
        return format == ExchangeFormat::dmn ? exchange::write_dmn(model) : exchange::write_zen(model);
    } catch (const exchange::Refusal& refusal) {
        const std::string written =
            exchange::say(format == ExchangeFormat::dmn ? ExchangeWord::format_dmn : ExchangeWord::format_zen);
        const Span span = refusal.span == Span{} ? asked_at : refusal.span;
        if (refusal.what.empty()) {
            diagnostics.report(Code::L0771, span, {tables.version->jurisdiction, written, refusal.why});
        } else {
            diagnostics.report(Code::L0770, span, {refusal.what, written, refusal.why, refusal.remedy});
        }
        return std::nullopt;
    }
}

}  // namespace labourlex
