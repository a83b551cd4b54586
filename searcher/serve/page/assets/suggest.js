// Suggestions while one types: a combobox with a list, as WAI-ARIA describes it.
// SPDX-License-Identifier: GPL-3.0-or-later

const kPauseMs = 120;
const kMost = 8;
const kKinds = { author: "author", source: "publisher", place: "place", title: "article" };

async function suggestions(typed, signal) {
  const address = `/v1/suggest?q=${encodeURIComponent(typed)}&limit=${kMost}`;
  const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
  return answer.ok ? (await answer.json()).suggestions : [];
}

function optionOf(suggestion, number) {
  const option = document.createElement("li");
  option.id = `suggestion-${number}`;
  option.role = "option";
  option.ariaSelected = "false";
  const text = document.createElement("bdi");
  text.textContent = suggestion.text;
  option.append(text);
  const kind = kKinds[suggestion.kind];
  if (kind) {
    const label = document.createElement("span");
    label.className = "quiet";
    label.textContent = ` ${kind}`;
    option.append(label);
  }
  return option;
}

class Combobox {
  #form;
  #input;
  #list = document.createElement("ul");
  #found = [];
  #active = -1;
  #timer = 0;
  #request = null;
  #typed = "";

  constructor(form) {
    this.#form = form;
    this.#input = form.querySelector("#q");
    this.#list.id = "suggestions";
    this.#list.role = "listbox";
    this.#list.ariaLabel = "Suggestions";
    this.#list.hidden = true;
    this.#input.parentElement.append(this.#list);
    this.#input.role = "combobox";
    this.#input.ariaAutoComplete = "list";
    this.#input.ariaExpanded = "false";
    this.#input.setAttribute("aria-controls", this.#list.id);

    this.#input.addEventListener("input", () => this.#typedMore());
    this.#input.addEventListener("keydown", (event) => this.#pressed(event));
    this.#input.addEventListener("blur", () => this.#close());
    // Before the box loses the focus, which would close the list.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.#choose([...this.#list.children].indexOf(option));
      }
    });
  }

  #typedMore() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#typed = this.#input.value;
    const atEnd = this.#input.selectionStart === this.#typed.length;
    if (this.#typed.trim() === "" || !atEnd) {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => this.#ask(), kPauseMs);
  }

  async #ask() {
    this.#request = new AbortController();
    try {
      this.#show(await suggestions(this.#typed, this.#request.signal));
    } catch {
      this.#close(); // typed on meanwhile, or nobody answered: there is nothing to suggest
    }
  }

  #show(found) {
    if (document.activeElement !== this.#input) {
      return;
    }
    this.#found = found;
    this.#active = -1;
    this.#list.replaceChildren(...found.map(optionOf));
    this.#list.hidden = found.length === 0;
    this.#input.ariaExpanded = String(found.length > 0);
    this.#input.removeAttribute("aria-activedescendant");
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#show([]);
    this.#found = [];
    this.#list.hidden = true;
    this.#input.ariaExpanded = "false";
  }

  #activate(index) {
    const options = [...this.#list.children];
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = options[index];
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      this.#input.value = this.#typed;
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
    if (this.#found[index].kind !== "title") {
      this.#input.value = this.#found[index].text;
    }
  }

  #pressed(event) {
    const open = !this.#list.hidden;
    const count = this.#found.length;
    if (event.key === "ArrowDown" && open) {
      this.#activate(this.#active + 1 < count ? this.#active + 1 : -1);
    } else if (event.key === "ArrowUp" && open) {
      this.#activate(this.#active < 0 ? count - 1 : this.#active - 1);
    } else if (event.key === "Enter" && open && this.#active >= 0) {
      this.#choose(this.#active);
    } else if (event.key === "Escape" && open) {
      this.#input.value = this.#typed;
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
  }

  #choose(index) {
    const { kind, text, id } = this.#found[index];
    this.#close();
    if (kind === "title") {
      location.assign(`/article/${encodeURIComponent(id)}`);
      return;
    }
    this.#input.value = text;
    this.#form.requestSubmit();
  }
}

export function startSuggest(form) {
  if (form) {
    new Combobox(form);
  }
}
