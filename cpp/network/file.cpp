#include "cpp/network/file.h"

#include "cpp/network/bytes.h"

namespace playground {
namespace {

constexpr std::string_view magic = "APLAYNET";
constexpr uint32_t version = 1;
constexpr size_t head_size = 16;
constexpr size_t check_size = 4;

// CRC-32 of IEEE 802.3, bit by bit: any damage of up to 32 neighbouring bits is seen.
uint32_t checksum(std::string_view bytes) {
  uint32_t crc = ~0u;
  for (char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

// FNV-1a, 64 bits, over everything that training reads of the data.
uint64_t hash_of(const Dataset& data) {
  ByteWriter bytes;
  for (int count : {data.inputs, data.outputs, data.rows, data.train_rows}) bytes.number(count, 4);
  for (float x : data.x) bytes.real(x);
  for (float y : data.y) bytes.real(y);
  for (int32_t label : data.labels) bytes.number(static_cast<uint32_t>(label), 4);
  uint64_t hash = 0xCBF29CE484222325u;
  for (char byte : bytes.data) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
  return hash;
}

void write(ByteWriter& bytes, const Random& random) {
  for (uint64_t word : random.state()) bytes.number(word, 8);
}

void read(ByteReader& bytes, Random& random) {
  Random::State state;
  for (uint64_t& word : state) word = bytes.number(8);
  random.restore(state);
}

Error refuse(const char* code, std::string_view why) { return complain(code, "file", {" ", why}); }

// What lies between head and checksum.
Result<std::string_view> content_of(std::string_view file) {
  if (file.substr(0, magic.size()) != magic) {
    return refuse("foreign_file", "is not a saved network: it does not begin with APLAYNET");
  }
  ByteReader head(file.substr(magic.size()));
  const auto found = static_cast<uint32_t>(head.number(4));
  const uint64_t length = head.number(4);
  if (file.size() < head_size + check_size || length != file.size()) {
    return complain("damaged_file", "file",
                    {" has ", std::to_string(file.size()), " bytes and says that it has ", std::to_string(length),
                     "; give all of it, as save() returned it"});
  }
  const std::string_view checked = file.substr(0, file.size() - check_size);
  if (ByteReader(file.substr(checked.size())).number(4) != checksum(checked)) {
    return refuse("damaged_file", "is damaged: its checksum does not fit; give it as save() returned it");
  }
  if (found != version) {
    return complain("unknown_version", "file",
                    {" has version ", std::to_string(found), "; this engine reads version ", std::to_string(version)});
  }
  return checked.substr(head_size);
}

}  // namespace

class NetworkFile {
 public:
  explicit NetworkFile(Network& network) : network_(network) {}

  void write_to(ByteWriter& bytes) const {
    const NetworkSpec& spec = network_.spec_;
    bytes.real(spec.optimizer.learning_rate);
    bytes.number(spec.batch_size, 4);
    bytes.number(hash_of(network_.data_), 8);
    bytes.number(network_.step_, 8);
    bytes.number(static_cast<uint64_t>(network_.diverged_at_), 8);
    bytes.number(network_.place_, 4);
    bytes.number(network_.epoch_, 4);
    write(bytes, network_.noise_);
    write(bytes, network_.dropout_);
    for (uint32_t row : network_.order_) bytes.number(row, 4);
    for (float norm : network_.gradient_norms_) bytes.real(norm);
    for (size_t k = 0; k < network_.arena_.tensors().size(); ++k) write_tensor(bytes, static_cast<int>(k));
  }

  std::optional<Error> read_from(ByteReader& bytes) {
    const double rate = bytes.real64();
    const auto batch = static_cast<int>(bytes.number(4));
    if (bytes.number(8) != hash_of(network_.data_)) {
      return complain("data", "data",
                      {" is not what the network was trained on; give the same rows in the same order"});
    }
    if (auto error = network_.set_learning_rate(rate)) return error;
    if (auto error = network_.set_batch_size(batch)) return error;
    network_.step_ = bytes.number(8);
    network_.diverged_at_ = static_cast<int64_t>(bytes.number(8));
    network_.place_ = bytes.number(4);
    network_.epoch_ = static_cast<uint32_t>(bytes.number(4));
    read(bytes, network_.noise_);
    read(bytes, network_.dropout_);
    bool good = network_.place_ < network_.order_.size();
    for (uint32_t& row : network_.order_) {
      row = static_cast<uint32_t>(bytes.number(4));
      good &= row < network_.order_.size();
    }
    for (float& norm : network_.gradient_norms_) norm = bytes.real32();
    for (size_t k = 0; k < network_.arena_.tensors().size(); ++k) good &= read_tensor(bytes, static_cast<int>(k));
    if (good && bytes.at_end()) return std::nullopt;
    return refuse("damaged_file", "does not hold what its spec needs");
  }

 private:
  // A statistic has values only.
  int parts_of(const Tensor& tensor) const { return tensor.trained ? 2 + network_.arena_.moments() : 1; }

  void write_tensor(ByteWriter& bytes, int index) const {
    const Tensor& tensor = network_.arena_.tensors()[index];
    bytes.text(tensor.key);
    bytes.number(tensor.rows, 4);
    bytes.number(tensor.columns, 4);
    bytes.number(parts_of(tensor), 1);
    std::vector<float> numbers(tensor.size());
    for (int part = 0; part < parts_of(tensor); ++part) {
      network_.arena_.read(index, static_cast<Arena::Part>(part), numbers.data());
      for (float number : numbers) bytes.real(number);
    }
  }

  bool read_tensor(ByteReader& bytes, int index) {
    const Tensor& tensor = network_.arena_.tensors()[index];
    const bool same = bytes.text() == tensor.key && bytes.number(4) == static_cast<uint64_t>(tensor.rows) &&
                      bytes.number(4) == static_cast<uint64_t>(tensor.columns) &&
                      bytes.number(1) == static_cast<uint64_t>(parts_of(tensor));
    if (!same) return false;
    std::vector<float> numbers(tensor.size());
    for (int part = 0; part < parts_of(tensor); ++part) {
      for (float& number : numbers) number = bytes.real32();
      network_.arena_.write(index, static_cast<Arena::Part>(part), numbers.data());
    }
    return true;
  }

  Network& network_;
};

std::string save(const Network& network) {
  ByteWriter content;
  content.text(network.spec().json);
  NetworkFile(const_cast<Network&>(network)).write_to(content);
  ByteWriter file;
  file.data = magic;
  file.number(version, 4);
  file.number(head_size + content.data.size() + check_size, 4);
  file.data += content.data;
  file.number(checksum(file.data), 4);
  return std::move(file.data);
}

Result<std::string_view> saved_spec(std::string_view file) {
  auto content = content_of(file);
  if (!content) return content;
  return ByteReader(*content).text();
}

Result<std::unique_ptr<Network>> load(std::string_view file, NetworkSpec spec, Dataset data) {
  auto content = content_of(file);
  if (!content) return content.error();
  ByteReader bytes(*content);
  bytes.text();
  auto network = Network::make_untrained(std::move(spec), std::move(data));
  if (!network) return network;
  if (auto error = NetworkFile(**network).read_from(bytes)) return *error;
  return network;
}

}  // namespace playground
