#include "cli/options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace labourlex::cli {

namespace {

/// Puts examples before everything else: most who ask for help want a line to copy.
class LeadFirst : public CLI::Formatter {
public:
    explicit LeadFirst(std::string lead) : lead_(std::move(lead)) { column_width(34); }

    std::string make_description(const CLI::App* /*app*/) const override { return lead_; }

private:
    std::string lead_;
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : "|") + word;
    return text;
}

}  // namespace

OptionSet::OptionSet(const std::string& program, const std::string& lead)
    : app_(std::make_unique<CLI::App>("", program)) {
    app_->formatter(std::make_shared<LeadFirst>(lead));
    app_->set_help_flag("-h,--help", "Shows this text");
    declared_.push_back({"--help", "Shows this text", true, false, false, false, {}, nullptr});
}

OptionSet::~OptionSet() = default;

void OptionSet::arguments(const std::string& name, std::vector<std::string>& target, const std::string& purpose,
                          bool required) {
    app_->add_option(name, target, purpose)->required(required)->option_text("...");
    declared_.push_back({name, purpose, false, true, name != "JURISDICTION", false, {}, nullptr});
}

void OptionSet::argument(const std::string& name, std::string& target, const std::string& purpose) {
    app_->add_option(name, target, purpose)->required()->option_text(" ");
    declared_.push_back({name, purpose, false, true, name != "JURISDICTION", false, {}, nullptr});
}

void OptionSet::argument(const std::string& name, std::optional<std::string>& target, const std::string& purpose) {
    app_->add_option(name, target, purpose)->option_text(" ");
    declared_.push_back({name, purpose, false, true, name != "JURISDICTION", false, {}, nullptr});
}

void OptionSet::option(const std::string& name, std::optional<std::string>& target, const std::string& value,
                       const std::string& purpose) {
    app_->add_option(name, target, purpose)->option_text(value);
    declared_.push_back({name, purpose, true, true, value == "DIR", false, {}, nullptr});
}

void OptionSet::paths(const std::string& name, std::vector<std::string>& target, const std::string& purpose) {
    app_->add_option(name, target, purpose)->option_text("PATH...");
    declared_.push_back({name, purpose, true, true, true, true, {}, nullptr});
}

void OptionSet::flag(const std::string& name, bool& target, const std::string& purpose) {
    app_->add_flag(name, target, purpose);
    declared_.push_back({name, purpose, true, false, false, false, {}, nullptr});
}

void OptionSet::choice(const std::string& name, std::string& target, const std::vector<std::string>& choices,
                       const std::string& purpose) {
    const bool named = name.starts_with("--");
    app_->add_option(name, target, purpose)->required(!named)->option_text(joined(choices));
    declared_.push_back({name, purpose, named, true, false, false, choices, &target});
}

ReadOptions OptionSet::read(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
        app_->parse(arguments);
    } catch (const CLI::Success&) {
        return {ReadOptions::Kind::help_asked, ""};
    } catch (const CLI::ParseError& problem) {
        return {ReadOptions::Kind::not_understood, problem.what()};
    }
    return {};
}

std::string OptionSet::help() const {
    return app_->help();
}

}  // namespace labourlex::cli
