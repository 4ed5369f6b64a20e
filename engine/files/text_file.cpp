#include "engine/files/text_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace labourlex {

namespace {

/// An open file, closed with its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ > STDERR_FILENO) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }

private:
    int number_;
};

std::string reason_of(int error) { return std::strerror(error); }   // NOLINT(concurrency-mt-unsafe)

/// Reads to the end, at most one byte more than `max_bytes`. Nothing when reading fails, with `error` set.
std::optional<std::string> read_to_end(int descriptor, std::size_t max_bytes, int& error) {
    std::string text;
    char buffer[65536];
    while (text.size() <= max_bytes) {
        const ssize_t count = ::read(descriptor, buffer, std::min(sizeof buffer, max_bytes + 1 - text.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            error = errno;
            return std::nullopt;
        }
        if (count == 0) break;
        text.append(buffer, static_cast<std::size_t>(count));
    }
    return text;
}

void report_unreadable(const std::string& name, const std::string& reason, Sources& sources, Diagnostics& diagnostics,
                       std::optional<Span> asked_at) {
    const Span span = asked_at ? *asked_at : Span{sources.add(name, ""), 0, 0};
    diagnostics.report(Code::L0701, span, {name, reason});
}

void report_too_large(const std::string& name, const std::string& bytes, std::size_t max_bytes, Sources& sources,
                      Diagnostics& diagnostics, std::optional<Span> asked_at) {
    const Span span = asked_at ? *asked_at : Span{sources.add(name, ""), 0, 0};
    diagnostics.report(Code::L0702, span, {name, bytes, std::to_string(max_bytes)});
}

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

std::optional<std::uint32_t> read_text_file(const std::filesystem::path& path, std::size_t max_bytes, Sources& sources,
                                            Diagnostics& diagnostics, std::optional<Span> asked_at) {
    const std::string name = path.string();
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) {
        report_unreadable(name, reason_of(errno), sources, diagnostics, asked_at);
        return std::nullopt;
    }
    struct stat status {};
    if (::fstat(file.number(), &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            diagnostics.report(Code::L0705, asked_at ? *asked_at : Span{sources.add(name, ""), 0, 0}, {name});
            return std::nullopt;
        }
        if (S_ISREG(status.st_mode) && static_cast<std::uintmax_t>(status.st_size) > max_bytes) {
            report_too_large(name, std::to_string(status.st_size), max_bytes, sources, diagnostics, asked_at);
            return std::nullopt;
        }
    }
    int error = 0;
    auto text = read_to_end(file.number(), max_bytes, error);
    if (!text) {
        report_unreadable(name, reason_of(error), sources, diagnostics, asked_at);
        return std::nullopt;
    }
    if (text->size() > max_bytes) {   // a pipe, or a file that grew
        report_too_large(name, "more than " + std::to_string(max_bytes), max_bytes, sources, diagnostics, asked_at);
        return std::nullopt;
    }
    return sources.add(name, std::move(*text));
}

std::optional<std::uint32_t> read_standard_input(std::size_t max_bytes, Sources& sources, Diagnostics& diagnostics) {
    const std::string name = "standard input";
    int error = 0;
    auto text = read_to_end(STDIN_FILENO, max_bytes, error);
    if (!text) {
        report_unreadable(name, reason_of(error), sources, diagnostics, std::nullopt);
        return std::nullopt;
    }
    if (text->size() > max_bytes) {
        report_too_large(name, "more than " + std::to_string(max_bytes), max_bytes, sources, diagnostics, std::nullopt);
        return std::nullopt;
    }
    return sources.add(name, std::move(*text));
}

std::optional<std::string> replace_file(const std::filesystem::path& path, std::string_view text) {
    std::error_code error;
    const std::filesystem::path target = std::filesystem::canonical(path, error);
    if (error) return error.message();
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) return reason_of(errno);
    // The rename below needs only a writable folder; a file that its owner made read-only is still left alone.
    if (::access(target.c_str(), W_OK) != 0) return reason_of(errno);

    std::string temporary = target.string() + ".XXXXXX";
    const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.open()) return reason_of(errno);
    const bool written = write_all(file.number(), text) && ::fchmod(file.number(), status.st_mode & 07777U) == 0 &&
                         ::fsync(file.number()) == 0;
    if (!written || ::rename(temporary.c_str(), target.c_str()) != 0) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return reason_of(reason);
    }
    return std::nullopt;
}

}  // namespace labourlex
