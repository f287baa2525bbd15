package webtests

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jsrr/jsrr"
)

// held is a program whose heap is known: before turn 1 there are three carts with a
// hundred items each; then a cart goes, and seven items come. What the texts are of
// is hard to write down.
const held = `
	class Item { constructor(n) { this.name = 'item ' + n; this.price = n / 4 } }
	class Cart { #owner = { lone: '\uD800', nul: '\0"\\\u2028', long: 'x'.repeat(5000) }; items = [] }
	const carts = new Map(), weak = new WeakMap();
	for (let c = 0; c < 3; c++) {
		const cart = new Cart();
		for (let i = 0; i < 100; i++) cart.items.push(new Item(100 * c + i));
		carts.set('cart ' + c, cart);
		weak.set(cart, { seen: true });
	}
	function* numbers() { const local = new Item(-1); for (;;) yield local.price }
	const generator = numbers(); generator.next();
	setTimeout(function change() {
		carts.delete('cart 2');
		for (let i = 0; i < 7; i++) carts.get('cart 0').items.push(new Item(1000 + i));
	}, 1);
	setTimeout(function look() { return [carts, weak, generator] }, 5);
	(async () => { const waiting = new Item(-2); await new Promise((go) => setTimeout(go, 9)); return waiting })();`

// loadHeaps is code that loads two files with the code of the Memory panel, and says
// what that finds in them.
const loadHeaps = `(async (texts) => {
	const worker = await import('./entrypoints/heap_snapshot_worker/heap_snapshot_worker.js');
	const model = (await import('./models/heap_snapshot_model/heap_snapshot_model.js')).HeapSnapshotModel;
	const load = async (text) => {
		const loader = new worker.HeapSnapshotLoader.HeapSnapshotLoader({ sendEvent() {} });
		for (let at = 0; at < text.length; at += 100000) loader.write(text.slice(at, at + 100000));
		loader.close();
		const { port1, port2 } = new MessageChannel();
		new worker.HeapSnapshot.SecondaryInitManager(port2);
		return loader.buildSnapshot(port1);
	};
	const [before, after] = [await load(texts[0]), await load(texts[1])];
	const constructors = {}, nodes = {}, diff = {};
	for (const a of Object.values(before.aggregatesWithFilter(new model.NodeFilter()))) constructors[a.name] = { Count: a.count, Self: a.self, Retained: a.maxRet };
	for (const it = before.allNodes(); it.hasNext(); it.next()) {
		const node = it.item();
		nodes[node.id()] = { Retained: node.retainedSize(), Name: node.name().slice(0, 100), Distance: node.distance() };
	}
	const definitions = JSON.stringify([]);
	const changes = after.calculateSnapshotDiff('before', before.aggregatesForDiff(definitions));
	for (const [key, d] of Object.entries(changes)) diff[d.name ?? key] = { Added: d.addedCount, Removed: d.removedCount };
	return { Constructors: constructors, Nodes: nodes, Diff: diff, Total: before.totalSize ?? before.getStatistics().total };
})`

// TestHeapInDevTools loads heaps with the code of Chromium's Memory panel, and
// compares constructors, retained sizes and the difference of two with what is known.
func TestHeapInDevTools(t *testing.T) {
	if _, err := exec.LookPath("chromium"); err != nil {
		if os.Getenv("JSRR_SUITES") == "1" {
			t.Fatal("chromium is missing: apt-get install chromium")
		}
		t.Skip("chromium is missing")
	}
	before, after := heldHeaps(t)
	texts, err := json.Marshal([]string{snapshotText(t, before), snapshotText(t, after)})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Constructors map[string]struct {
			Count          int
			Self, Retained uint64
		}
		Nodes map[uint64]struct {
			Retained uint64
			Name     string
			Distance int
		}
		Diff  map[string]struct{ Added, Removed int }
		Total uint64
	}
	b := startBrowser(t)
	answer := b.evaluate(t, b.devTools(t), loadHeaps+"("+string(texts)+")")
	if err := json.Unmarshal(answer, &got); err != nil {
		t.Fatal(err)
	}
	if items, carts := got.Constructors["Item"], got.Constructors["Cart"]; items.Count != 302 || carts.Count != 3 || items.Self == 0 || carts.Retained < 100*items.Self/302 {
		t.Errorf("DevTools sees %+v and %+v", items, carts)
	}
	if d := got.Diff; d["Item"].Added != 7 || d["Item"].Removed != 100 || d["Cart"].Removed != 1 || d["Cart"].Added != 0 {
		t.Errorf("the comparison says %+v of items and %+v of carts", d["Item"], d["Cart"])
	}
	if total := before.All().Size; got.Total != total {
		t.Errorf("DevTools sums up to %d bytes, jsrr to %d", got.Total, total)
	}
	tree, err := before.Tree("", jsrr.HeapLimits{All: true, Depth: 100, Width: 1000, Lines: 100_000})
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	eachItem(&tree, func(item *jsrr.HeapItem) {
		if item.ID == 0 || item.Elsewhere || item.Kind == "internal" {
			return // the panel gives the sizes of the engine's own to those that have it
		}
		compared++
		node, known := got.Nodes[2*uint64(item.ID)+1]
		if !known || node.Retained != item.Retained {
			t.Errorf("%s (%s) keeps %d alive, for DevTools %d", item.Path, node.Name, item.Retained, node.Retained)
		}
		if far := node.Distance >= systemDistance; far && (node.Name == "Item" || node.Name == "Cart") {
			t.Errorf("%s counts as the system's", item.Path)
		}
	})
	if compared < 1000 {
		t.Errorf("only %d nodes were compared", compared)
	}
}

// systemDistance is the distance, for DevTools, of what only the system can reach.
const systemDistance = 100_000_000

func eachItem(item *jsrr.HeapItem, visit func(*jsrr.HeapItem)) {
	visit(item)
	for i := range item.Items {
		eachItem(&item.Items[i], visit)
	}
}

// heldHeaps records the program and returns its heaps before its first two callbacks.
func heldHeaps(t *testing.T) (before, after *jsrr.Heap) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "held.jsrr")
	var out strings.Builder
	o := jsrr.Options{Source: held, VirtualClock: true, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out}
	if _, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Options: o, Folder: folder}); err != nil || out.Len() > 0 {
		t.Fatal(err, out.String())
	}
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	before, after, err = recording.HeapsAt(context.Background(), 1, 2)
	if err != nil {
		t.Fatal(err)
	}
	return before, after
}

func snapshotText(t *testing.T, h *jsrr.Heap) string {
	t.Helper()
	var b strings.Builder
	if err := h.WriteSnapshot(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
