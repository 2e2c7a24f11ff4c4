// The answers of the other servers from a gRPC C++ callback server: a payload back, a sent handoff, and a stream of
// changes. It is given the sent handoff, one change and how many changes a stream has; it prints its port.
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include <grpcpp/grpcpp.h>

#include "echo.grpc.pb.h"
#include "naravard/handoff/v1/handoff.grpc.pb.h"

namespace echo = naravard::benchmarks::grpc::v1;
namespace handoff = naravard::handoff::v1;

class EchoService final : public echo::Echo::CallbackService {
  grpc::ServerUnaryReactor* Say(
      grpc::CallbackServerContext* context, const echo::Saying* request, echo::Saying* reply) override {
    reply->set_payload(request->payload());
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

class Changes final : public grpc::ServerWriteReactor<handoff::WatchHandoffsResponse> {
 public:
  Changes(const handoff::WatchHandoffsResponse& change, int count) : change_(change), left_(count) {
    StartWrite(&change_);
  }

  void OnWriteDone(bool ok) override {
    if (ok && --left_ > 0)
      StartWrite(&change_);
    else
      Finish(grpc::Status::OK);
  }

  void OnDone() override { delete this; }

 private:
  const handoff::WatchHandoffsResponse& change_;
  int left_;
};

class HandoffService final : public handoff::HandoffService::CallbackService {
 public:
  HandoffService(const char* sent, const char* change, int count) : count_(count) {
    Read(sent, sent_);
    Read(change, change_);
  }

 private:
  template <typename T>
  static void Read(const char* file, T& message) {
    std::ifstream stream(file, std::ios::binary);
    if (!message.ParseFromIstream(&stream)) throw std::runtime_error(std::string("cannot read ") + file);
  }

  grpc::ServerUnaryReactor* RequestHandoff(
      grpc::CallbackServerContext* context, const handoff::RequestHandoffRequest*,
      handoff::SentHandoff* reply) override {
    *reply = sent_;
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerWriteReactor<handoff::WatchHandoffsResponse>* WatchHandoffs(
      grpc::CallbackServerContext*, const handoff::WatchHandoffsRequest*) override {
    return new Changes(change_, count_);
  }

  handoff::SentHandoff sent_;
  handoff::WatchHandoffsResponse change_;
  int count_;
};

int main(int, char** arguments) {
  EchoService echo;
  HandoffService handoffs(arguments[1], arguments[2], std::stoi(arguments[3]));
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&echo);
  builder.RegisterService(&handoffs);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  std::cout << "http://127.0.0.1:" << port << std::endl;
  server->Wait();
}
