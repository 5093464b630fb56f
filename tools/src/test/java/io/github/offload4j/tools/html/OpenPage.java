package io.github.offload4j.tools.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page in a browser, which can be asked and typed into by the browser's own protocol. Closing it ends the browser. */
public final class OpenPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 120;
    private static final String DRAWN =
            "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> messages;
    private int calls;

    private OpenPage(Process process, WebSocket socket, BlockingQueue<String> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /**
     * Opens a page.
     *
     * @param process a browser that shows an empty page
     * @param profile the browser's folder, into which it writes where it listens
     * @param address the page's
     */
    static OpenPage of(Process process, Path profile, URI address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        Path port = profile.resolve("DevToolsActivePort");
        await(() -> Files.exists(port) && Files.readAllLines(port).size() > 1);
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
        BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
        await(() -> {
            String pages = client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                    .body();
            for (JsonNode page : JSON.readTree(pages)) {
                if (page.path("type").asText().equals("page")) {
                    addresses.add(page.get("webSocketDebuggerUrl").asText());
                }
            }
            return !addresses.isEmpty();
        });
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(addresses.element()), new Listener(messages))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        OpenPage page = new OpenPage(process, socket, messages);
        page.call("Page.navigate", parameters().put("url", address.toString()));
        await(() -> page.isLoaded(address));
        // nobody has clicked into the window, and keys that come before it is drawn are lost
        page.call("Emulation.setFocusEmulationEnabled", parameters().put("enabled", true));
        page.call("Page.bringToFront", parameters());
        page.call("Runtime.evaluate", parameters().put("expression", DRAWN).put("awaitPromise", true));
        return page;
    }

    /** Until then the browser may end the empty page while it is asked. */
    private boolean isLoaded(URI address) throws IOException, InterruptedException {
        ObjectNode question = parameters().put("expression", "document.readyState + ' ' + location.href");
        return answer("Runtime.evaluate", question)
                .path("result")
                .path("result")
                .path("value")
                .asText()
                .equals("complete " + address);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("a browser that answers").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Puts the parts of a message together. */
    private static final class Listener implements WebSocket.Listener {
        private final BlockingQueue<String> messages;
        private final StringBuilder parts = new StringBuilder();

        Listener(BlockingQueue<String> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }
    }

    /** Returns what a call of the protocol results in. */
    public JsonNode call(String method, ObjectNode parameters) throws IOException, InterruptedException {
        JsonNode answer = answer(method, parameters);
        assertThat(answer.path("error").isMissingNode())
                .as("%s of %s", answer, method)
                .isTrue();
        return answer.get("result");
    }

    private JsonNode answer(String method, ObjectNode parameters) throws IOException, InterruptedException {
        int id = ++calls;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        while (true) {
            String text = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(text).as("an answer to " + method).isNotNull();
            JsonNode answer = JSON.readTree(text);
            if (answer.path("id").asInt() == id) {
                return answer;
            }
        }
    }

    /** Returns the parameters of a call, to be filled. */
    public static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    /** Returns what an expression of JavaScript comes to, as a text. */
    public String evaluate(String expression) throws IOException, InterruptedException {
        return call("Runtime.evaluate", parameters().put("expression", expression))
                .path("result")
                .path("value")
                .asText();
    }

    /** Presses a key and lets it go. */
    public void press(String key, int code, String text) throws IOException, InterruptedException {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            ObjectNode event = parameters()
                    .put("type", type)
                    .put("key", key)
                    .put("code", key)
                    .put("windowsVirtualKeyCode", code);
            if (type.equals("keyDown") && !text.isEmpty()) {
                event.put("text", text);
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Waits until an expression is true. */
    public void await(String expression) throws Exception {
        await(() -> evaluate("String(" + expression + ")").equals("true"));
    }

    /** Lets the browser end by itself, so that it takes along what it has in the machine's folder for such files. */
    @Override
    public void close() {
        CompletableFuture<WebSocket> sent = socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true);
        CompletableFuture.allOf(sent, process.onExit())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        socket.abort();
        process.destroyForcibly();
        process.onExit().join();
    }
}
