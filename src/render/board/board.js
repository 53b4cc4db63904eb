(()=>{"use strict";
const words=document.body.dataset,order=new Intl.Collator(document.documentElement.lang||"vi",{numeric:true});
const value=(row,at)=>{const cell=row.cells[at];if(!cell)return"";const kept=cell.dataset.v;return kept===undefined?cell.textContent.trim():cell.className==="t"?kept:Number(kept)};
for(const table of document.querySelectorAll("table.sorts")){
  const heads=[...table.tHead.rows[0].cells],body=table.tBodies[0];
  heads.forEach((head,at)=>{
    const button=document.createElement("button");button.type="button";
    while(head.firstChild)button.append(head.firstChild);
    head.append(button);
    button.addEventListener("click",()=>{
      const down=head.getAttribute("aria-sort")==="ascending";
      heads.forEach(other=>other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort",down?"descending":"ascending");
      const rows=[...body.rows].map((row,place)=>({row,place,key:value(row,at)}));
      rows.sort((a,b)=>{
        const both=typeof a.key==="number"&&typeof b.key==="number";
        const found=both?a.key-b.key:order.compare(String(a.key),String(b.key));
        return (down?-found:found)||a.place-b.place});
      body.append(...rows.map(each=>each.row));
    });
  });
  if(body.rows.length>7){
    const label=document.createElement("label"),box=document.createElement("input");
    label.className="filter";box.type="search";label.append(words.filter,box);
    (table.closest(".wide")||table).before(label);
    const plain=text=>text.normalize("NFD").replace(/[\u0300-\u036f]/g,"").replace(/[đĐ]/g,"d").toLowerCase();
    box.addEventListener("input",()=>{const asked=plain(box.value.trim());
      for(const row of body.rows)row.hidden=!plain(row.textContent).includes(asked)});
  }
}
const open=()=>{let id;try{id=decodeURIComponent(location.hash.slice(1))}catch{return}
  const found=id&&document.getElementById(id);if(!found)return;
  for(let at=found;at;at=at.parentElement)if(at.tagName==="DETAILS")at.open=true;
  found.scrollIntoView()};
addEventListener("hashchange",open);open();
})();
