// Brushing the timeline: a stretch of time is dragged over with a pointer, or chosen by moving its
// two ends with the keyboard.
// SPDX-License-Identifier: GPL-3.0-or-later

const kLeastDrag = 5; // pixels; less is a click on a bar
const kPage = 6; // bars

function barsOf(timeline) {
  return [...timeline.querySelectorAll(".bar")].map(({ dataset }) => ({
    from: dataset.from,
    until: dataset.until,
    label: dataset.label,
    count: Number(dataset.count),
  }));
}

// The same question, narrowed down to the bars from `first` to `last`.
function addressOf(bars, first, last) {
  const address = new URL(location.href);
  address.searchParams.set("after", bars[first].from);
  address.searchParams.set("before", bars[last].until);
  address.searchParams.delete("page");
  address.hash = "";
  return address;
}

class Brush {
  #chart;
  #bars;
  #picked;
  #stretch = document.createElement("div");
  #ends = [];
  #first = 0;
  #last = 0;

  constructor(timeline) {
    this.#chart = timeline.querySelector(".chart");
    this.#picked = timeline.querySelector(".picked");
    this.#bars = barsOf(timeline);
    this.#last = this.#bars.length - 1;
    this.#stretch.className = "stretch";
    this.#stretch.hidden = true;
    this.#ends = [this.#end("From", 0), this.#end("To", 1)];
    this.#chart.append(this.#stretch, ...this.#ends);
    // With the ends there is one way by keyboard already; a hundred links are none.
    for (const link of this.#chart.querySelectorAll("a")) {
      link.setAttribute("tabindex", "-1");
      link.addEventListener("dragstart", (event) => event.preventDefault());
    }
    this.#chart.addEventListener("pointerdown", (event) => this.#drag(event));
    this.#place();
  }

  #end(label, which) {
    const end = document.createElement("div");
    end.className = "end";
    end.role = "slider";
    end.tabIndex = 0;
    end.ariaLabel = label;
    end.ariaValueMin = "0";
    end.ariaValueMax = String(this.#bars.length - 1);
    end.addEventListener("keydown", (event) => this.#pressed(event, which));
    return end;
  }

  #pressed(event, which) {
    const at = which === 0 ? this.#first : this.#last;
    const wanted = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - kPage,
      PageUp: at + kPage,
      Home: 0,
      End: this.#bars.length - 1,
    }[event.key];
    if (event.key === "Enter") {
      this.#go();
    } else if (wanted === undefined) {
      return;
    } else if (which === 0) {
      this.#choose(Math.min(Math.max(wanted, 0), this.#last), this.#last);
    } else {
      this.#choose(this.#first, Math.max(Math.min(wanted, this.#bars.length - 1), this.#first));
    }
    event.preventDefault();
  }

  #barAt(x) {
    const box = this.#chart.getBoundingClientRect();
    const at = Math.floor(((x - box.left) / box.width) * this.#bars.length);
    return Math.min(Math.max(at, 0), this.#bars.length - 1);
  }

  #drag(down) {
    if (down.button !== 0 || down.target.role === "slider") {
      return;
    }
    const begin = this.#barAt(down.clientX);
    let dragged = false;
    const moved = (event) => {
      dragged ||= Math.abs(event.clientX - down.clientX) >= kLeastDrag;
      if (dragged) {
        const here = this.#barAt(event.clientX);
        this.#choose(Math.min(begin, here), Math.max(begin, here));
      }
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener("pointermove", moved, { signal });
    window.addEventListener("pointercancel", () => stop.abort(), { signal });
    window.addEventListener(
      "pointerup",
      () => {
        stop.abort();
        if (dragged) {
          // The click that follows is no choice of the bar below.
          window.addEventListener("click", (event) => event.preventDefault(), {
            capture: true,
            once: true,
          });
          this.#go();
        }
      },
      { signal },
    );
  }

  #choose(first, last) {
    this.#first = first;
    this.#last = last;
    this.#stretch.hidden = false;
    this.#place();
    const chosen = this.#bars.slice(first, last + 1);
    const count = chosen.reduce((sum, bar) => sum + bar.count, 0);
    const from = this.#bars[first].label;
    const to = this.#bars[last].label;
    this.#picked.textContent = `${from === to ? from : `${from} – ${to}`}: ${count}`;
  }

  #place() {
    const share = 100 / this.#bars.length;
    this.#stretch.style.left = `${this.#first * share}%`;
    this.#stretch.style.width = `${(this.#last + 1 - this.#first) * share}%`;
    const places = [this.#first, this.#last + 1];
    const named = [this.#first, this.#last];
    this.#ends.forEach((end, which) => {
      end.style.left = `${places[which] * share}%`;
      end.ariaValueNow = String(named[which]);
      end.ariaValueText = `${this.#bars[named[which]].label}, press Enter to apply`;
    });
  }

  #go() {
    location.assign(addressOf(this.#bars, this.#first, this.#last));
  }
}

export function startTimeline(timeline) {
  new Brush(timeline);
}
