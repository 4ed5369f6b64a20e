#include "tests/fuzz/job_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    labourlex::fuzzing::read(data, size, labourlex::JobTextFormat::yaml);
    return 0;
}
